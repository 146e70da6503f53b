package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.data.StudentStore;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;

/** Erases the students that a run created on AWS, and no others. Idempotent. */
final class AwsCleanUp {

  private final Manifest manifest;
  private final Progress progress;
  private final AwsClients clients;

  /**
   * @param clients clients with the current settings; the manifest states where the run took place
   */
  AwsCleanUp(AwsClients clients, Manifest manifest, Progress progress) {
    this.manifest = manifest;
    this.progress = progress;
    this.clients = clients.in(manifest.first(Manifest.Kind.REGION));
  }

  /**
   * Erases the students.
   *
   * @throws TargetException if some may be left
   */
  void erase() {
    List<String> students = manifest.all(Manifest.Kind.STUDENT);
    Optional<String> table = manifest.first(Manifest.Kind.TABLE);
    if (table.isEmpty() || students.isEmpty()) {
      return;
    }
    try (Step step = progress.step("Erasing what the scenarios created")) {
      requireSamePlace(table.get());
      try (DynamoDbClient client = clients.dynamoDb().build()) {
        new StudentErasure(StudentStore.create(client, table.get())).erase(students);
      } catch (ResourceNotFoundException e) {
        progress.say("The table " + table.get() + " is gone, and all that was in it.");
      }
      step.done();
    } catch (SdkException e) {
      throw new TargetException(AwsFailure.reason(e), e);
    }
  }

  /**
   * The credentials and settings of a later clean-up may lead to a different account, where missing
   * students do not mean that they were erased.
   */
  private void requireSamePlace(String table) {
    Optional<String> account = manifest.first(Manifest.Kind.ACCOUNT);
    if (account.isEmpty()) {
      return;
    }
    String found = account(table);
    if (!found.equals(account.get())) {
      throw new TargetException(
          "The credentials belong to account "
              + found
              + ", but the run was on account "
              + account.get()
              + ". Nothing was erased.");
    }
  }

  private String account(String table) {
    try {
      return TargetFacts.of(clients.dynamoDb(), table).account();
    } catch (ResourceNotFoundException e) {
      try (StsClient sts = clients.sts()) {
        return sts.getCallerIdentity().account();
      }
    }
  }
}
