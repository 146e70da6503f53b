package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.operations.bulk.ImportProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class InterruptedImportTest {

  private static final int STUDENTS = 200;

  @Test
  void import_killedThreeTimesAndRunAgain_hasTheSameResult(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("students.csv"), file());
    try (ImportScene whole = new ImportScene();
        ImportScene killed = new ImportScene()) {
      whole.run(file());
      for (int moment : new int[] {30, 200, 400}) {
        Process process = ImportProcess.start(TestTable.ENDPOINT, killed.table.name, file);
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> items(killed) >= moment || !process.isAlive());
        process.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        assertThat(killed.isSound()).isTrue();
      }

      killed.run(file());

      assertThat(killed.students()).isEqualTo(whole.students()).hasSize(STUDENTS);
      assertThat(killed.export(StudentExport::withAwards, RecordFormat.CSV))
          .isEqualTo(whole.export(StudentExport::withAwards, RecordFormat.CSV));
      assertThat(killed.isSound()).isTrue();
    }
  }

  @Test
  void import_throttled_slowsDownAndImportsEverything() {
    AtomicInteger throttled = new AtomicInteger(20);
    try (ImportScene scene = new ImportScene();
        DynamoDbClient client = throttling(throttled)) {
      ImportResult result =
          StudentImport.builder(client, scene.table.name)
              .build()
              .run(
                  new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8)),
                  line -> assertThat(line).isNull());

      assertThat(throttled).hasValueLessThanOrEqualTo(0);
      assertThat(result.created()).isEqualTo(STUDENTS);
      assertThat(scene.students()).hasSize(STUDENTS);
    }
  }

  @Test
  void import_listenerFails_stopsAndCanBeResumed() {
    try (ImportScene scene = new ImportScene()) {
      StudentImport students =
          StudentImport.builder(TestTable.CLIENT, scene.table.name).concurrency(2).build();

      assertThatThrownBy(
              () ->
                  students.run(
                      new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8)),
                      line -> {},
                      progress -> {
                        throw new IllegalStateException("stopped");
                      }))
          .hasMessage("stopped");
      ImportResult again = scene.run(file());

      assertThat(again.created() + again.alreadyThere()).isEqualTo(STUDENTS);
      assertThat(scene.isSound()).isTrue();
    }
  }

  private static int items(ImportScene scene) {
    return TestTable.CLIENT
        .describeTable(request -> request.tableName(scene.table.name))
        .table()
        .itemCount()
        .intValue();
  }

  private static String file() {
    StringBuilder file = new StringBuilder("id,firstName,lastName,email,awardId,amount\n");
    for (int i = 0; i < STUDENTS; i++) {
      file.append("s%1$d,A%1$d,B,s%1$d@x.example,welcome,5\n".formatted(i));
    }
    return file.toString();
  }

  private static DynamoDbClient throttling(AtomicInteger left) {
    ExecutionInterceptor throttle =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest
                && left.decrementAndGet() >= 0) {
              throw ProvisionedThroughputExceededException.builder()
                  .message("slow down")
                  .awsErrorDetails(
                      AwsErrorDetails.builder()
                          .errorCode("ProvisionedThroughputExceededException")
                          .build())
                  .build();
            }
          }
        };
    return TestTable.clientBuilder()
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().addExecutionInterceptor(throttle).build())
        .build();
  }
}
