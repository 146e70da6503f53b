package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The existing stack of an environment, accessed with the caller's own credentials. It deploys
 * nothing and truncates nothing; only the students created by the scenarios are erased afterwards.
 * In production it only reads. Whether a stack is production is determined by the kind that it
 * publishes, not by the name of the environment.
 */
final class AwsTarget implements Target {

  private final TargetOptions options;
  private final AwsClients clients = AwsClients.ofTheSettings();
  private Optional<PublishedStack> published = Optional.empty();

  AwsTarget(TargetOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public String environment() {
    return options.environment();
  }

  /**
   * Reads the kind that the stack publishes and creates the target.
   *
   * @throws TargetException if the stack cannot be read, or is production and that is not allowed
   */
  @Override
  public List<LeftOut> leftOut() {
    List<LeftOut> leftOut = new ArrayList<>();
    if (published().isProduction()) {
      leftOut.add(new LeftOut("not @read-only", "nothing is written to production"));
    }
    leftOut.add(new LeftOut("@truncation", "tables are truncated on embedded and localstack only"));
    leftOut.addAll(KnownStudent.leftOutWithout(options.knownStudent()));
    return leftOut;
  }

  private synchronized PublishedStack published() {
    if (published.isEmpty()) {
      PublishedStack found = read();
      if (found.isProduction() && !options.allowProduction()) {
        throw new TargetException(
            "The environment "
                + options.environment()
                + " is of kind "
                + found.kind()
                + ". Production is read only with --allow-production; then only the @read-only"
                + " scenarios run. Nothing was written.");
      }
      published = Optional.of(found);
    }
    return published.get();
  }

  private PublishedStack read() {
    try (SsmClient ssm = clients.ssm()) {
      return PublishedStack.read(ssm, options.environment());
    } catch (SdkException e) {
      throw new TargetException(AwsFailure.reason(e) + " Nothing was written.", e);
    }
  }

  @Override
  public OpenTarget open(RunFiles run, Progress progress) {
    String environment = options.environment();
    try (Step step = progress.step("Looking for the stack students-" + environment)) {
      String table = published().table();
      TargetFacts facts = TargetFacts.of(clients.dynamoDb(), table);
      run.manifest().add(Manifest.Kind.ACCOUNT, facts.account());
      run.manifest().add(Manifest.Kind.REGION, facts.region());
      run.manifest().add(Manifest.Kind.TABLE, table);
      DeployedTarget opened =
          new DeployedTarget(
              clients::dynamoDb,
              table,
              Templates.table(environment),
              Optional.empty(),
              () -> cleanUp(run.manifest(), progress));
      if (!published().isProduction()) {
        // In production, differences are reported by its scenarios.
        opened.requireAsReviewed();
      }
      step.done();
      return opened;
    } catch (SdkException e) {
      throw new TargetException(AwsFailure.reason(e) + " Nothing was written.", e);
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    new AwsCleanUp(clients, manifest, progress).erase();
  }
}
