package dev.students.reliability.processes;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.ContentionException;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A program of its own: {@code Worker TASK ENDPOINT TABLE FIRST}. It prints a line for each call
 * that was answered, so that whoever kills it knows what was acknowledged.
 */
public final class Worker {

  static final int AWARDS = Form.of(150, 500);
  static final int STUDENTS = 5;

  private final StudentStore store;

  private Worker(StudentStore store) {
    this.store = store;
  }

  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    String task = arguments.get(0);
    int first = Integer.parseInt(arguments.get(3));
    int faultPercent = task.equals("award") ? 20 : 0;
    try (SdkHttpClient http = UrlConnectionHttpClient.create();
        DynamoDbClient client =
            client(
                URI.create(arguments.get(1)),
                new FaultyHttpClient(http, () -> answerLost(faultPercent)))) {
      Worker worker = new Worker(StudentStore.create(client, arguments.get(2)));
      say("ready");
      switch (task) {
        case "write" -> worker.write(first);
        case "erase" -> worker.erase(first);
        case "award" -> worker.award();
        case "truncate" -> truncate(client, URI.create(arguments.get(1)), arguments.get(2));
        default -> throw new IllegalArgumentException(task);
      }
    }
  }

  private static DynamoDbClient client(URI endpoint, SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(http)
        .build();
  }

  private static Optional<Fault> answerLost(int percent) {
    return ThreadLocalRandom.current().nextInt(100) < percent
        ? Optional.of(Fault.ANSWER_LOST)
        : Optional.empty();
  }

  /** Creates, awards and soft-deletes students until it is killed. */
  private void write(int first) {
    for (int number = first; ; number++) {
      StudentId id = StudentId.of("s-" + number);
      store.create(student(id));
      say("created " + number);
      store.awardXp(id, XpAward.of(AwardId.of("a"), 10));
      say("awarded " + number);
      if (number % 3 == 0) {
        store.softDelete(id);
        say("deleted " + number);
      }
    }
  }

  /** Erases students that have many awards, one after the other, until it is killed. */
  private void erase(int first) {
    for (int number = first; ; number++) {
      store.erase(StudentId.of("s-" + number));
      say("erased " + number);
    }
  }

  private static void truncate(DynamoDbClient client, URI endpoint, String table) {
    TruncationPermit permit = TruncationPermit.forEmulator(endpoint, table);
    TableTruncation.builder(client, permit, table)
        .concurrency(1)
        .progressInterval(Duration.ofMillis(100))
        .listener(progress -> say("deleted " + progress.deleted()))
        .build()
        .run();
    say("done");
  }

  /** The same awards as every other process, in an order of its own, each until it is answered. */
  private void award() {
    List<Integer> awards = new ArrayList<>();
    for (int award = 0; award < AWARDS; award++) {
      awards.add(award);
    }
    Collections.shuffle(awards);
    for (int award : awards) {
      say(awardUntilAnswered(StudentId.of("s-" + award % STUDENTS), award).name());
    }
    say("done");
  }

  private AwardOutcome awardUntilAnswered(StudentId id, int award) {
    while (true) {
      try {
        return store.awardXp(id, XpAward.of(AwardId.of("a-" + award), 1));
      } catch (SdkException | ContentionException e) {
        // Whether it was applied is unknown: the same award again is safe.
      }
    }
  }

  static NewStudent student(StudentId id) {
    return NewStudent.of(
            PersonName.of("Ann"),
            PersonName.of("Last"),
            EmailAddress.of(id.value() + "@example.org"))
        .withId(id);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
