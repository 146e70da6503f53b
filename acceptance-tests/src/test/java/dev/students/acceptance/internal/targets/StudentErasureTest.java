package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class StudentErasureTest {

  private static final int STUDENTS = 40;
  private static final List<String> IDS =
      IntStream.range(0, STUDENTS).mapToObj(i -> "student-" + i).toList();

  @AutoClose private final LocalDynamoDb local = LocalDynamoDb.inMemory();

  @Test
  @Timeout(60)
  void erase_manyStudents_erasesThemConcurrently() {
    enrol();
    // The first request of each student is not answered before those of twenty students are in
    // flight.
    AtomicInteger underWay = new AtomicInteger();
    Semaphore twenty = new Semaphore(0);
    try (DynamoDbClient client =
        client(
            request -> {
              if (underWay.incrementAndGet() == 20) {
                twenty.release(1_000_000);
              }
              twenty.acquireUninterruptibly();
              return true;
            })) {
      new StudentErasure(StudentStore.create(client, "students")).erase(IDS);
    }
    assertThat(items()).isZero();
  }

  @Test
  void erase_credentialsExpireMidway_reportsHowManyMayBeLeft() {
    enrol();
    AtomicInteger requests = new AtomicInteger();
    try (DynamoDbClient client = client(request -> requests.incrementAndGet() <= 60)) {
      StudentErasure erasure = new StudentErasure(StudentStore.create(client, "students"));
      assertThatThrownBy(() -> erasure.erase(IDS))
          .isInstanceOf(TargetException.class)
          .hasMessageMatching(
              "\\d+ of 40 students could not be erased. The AWS credentials have expired"
                  + " \\(ExpiredTokenException\\). .*");
    }
    assertThat(items()).isPositive().isLessThan(2 * STUDENTS);

    try (DynamoDbClient client = local.clientBuilder().build()) {
      new StudentErasure(StudentStore.create(client, "students")).erase(IDS);
    }
    assertThat(items()).isZero();
  }

  @Test
  void erase_noTable_reportsThatItIsGone() {
    try (DynamoDbClient client = local.clientBuilder().build()) {
      StudentErasure erasure = new StudentErasure(StudentStore.create(client, "nowhere"));
      assertThatThrownBy(() -> erasure.erase(IDS)).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private void enrol() {
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(StudentTable.createTableRequest("students"));
      StudentStore store = StudentStore.create(client, "students");
      IDS.forEach(
          id ->
              store.create(
                  NewStudent.of(
                          PersonName.of("Ada"),
                          PersonName.of("Lovelace"),
                          EmailAddress.of(id + "@example.com"))
                      .withId(StudentId.of(id))));
    }
  }

  private int items() {
    try (DynamoDbClient client = local.clientBuilder().build()) {
      return client.scan(scan -> scan.tableName("students")).count();
    }
  }

  /** A client whose credentials are accepted while the predicate is true. */
  private DynamoDbClient client(Predicate<Object> accepted) {
    ExecutionInterceptor expiry =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            if (!accepted.test(context.request())) {
              throw DynamoDbException.builder()
                  .statusCode(400)
                  .message("expired")
                  .awsErrorDetails(
                      AwsErrorDetails.builder().errorCode("ExpiredTokenException").build())
                  .build();
            }
          }
        };
    return local
        .clientBuilder()
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(expiry))
        .build();
  }
}
