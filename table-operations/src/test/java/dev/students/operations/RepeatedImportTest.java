package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A second import costs a read for each line instead of a cancelled transaction. */
class RepeatedImportTest {

  private static final int STUDENTS = 20;

  private final List<String> requests = new ArrayList<>();

  @Test
  void import_firstTime_readsNothing() {
    try (ImportScene scene = new ImportScene();
        DynamoDbClient client = counting()) {
      run(client, scene, file(STUDENTS));

      assertThat(counts()).isEqualTo(Map.of("TransactWriteItemsRequest", 2 * STUDENTS));
    }
  }

  @Test
  void import_again_readsBeforeWriting() {
    try (ImportScene scene = new ImportScene();
        DynamoDbClient client = counting()) {
      scene.run(file(STUDENTS));

      ImportResult again = run(client, scene, file(STUDENTS));

      assertThat(again)
          .isEqualTo(
              new ImportResult(STUDENTS, 0, 0, STUDENTS, 0, STUDENTS, 0, Map.of(), List.of()));
      assertThat(counts())
          .isEqualTo(Map.of("TransactWriteItemsRequest", 1, "GetItemRequest", 2 * STUDENTS - 1));
    }
  }

  @Test
  void import_resumed_stopsReadingAtTheFirstNewStudents() {
    try (ImportScene scene = new ImportScene();
        DynamoDbClient client = counting()) {
      scene.run(file(STUDENTS / 2));

      ImportResult rest = run(client, scene, file(STUDENTS));

      assertThat(rest.created()).isEqualTo(STUDENTS / 2);
      assertThat(counts())
          .isEqualTo(Map.of("TransactWriteItemsRequest", 1 + STUDENTS, "GetItemRequest", STUDENTS));
    }
  }

  @Test
  void import_awardWithAnotherAmountAfterImportedLines_isRejected() {
    try (ImportScene scene = new ImportScene()) {
      scene.run(file(2));

      ImportResult again = scene.run(file(2).replaceAll("5\n$", "6\n"));

      assertThat(again)
          .isEqualTo(
              new ImportResult(2, 0, 0, 2, 0, 1, 0, Map.of(Refusal.AWARD_MISMATCH, 1L), List.of()));
    }
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    requests.forEach(request -> counts.merge(request, 1, Integer::sum));
    return counts;
  }

  private static ImportResult run(DynamoDbClient client, ImportScene scene, String file) {
    return StudentImport.builder(client, scene.table.name)
        .concurrency(1)
        .build()
        .run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), line -> {});
  }

  private static String file(int students) {
    StringBuilder file = new StringBuilder("id,firstName,lastName,email,awardId,amount\n");
    for (int i = 0; i < students; i++) {
      file.append("s%1$d,Ada,Lovelace,s%1$d@x.example,welcome,5\n".formatted(i));
    }
    return file.toString();
  }

  private DynamoDbClient counting() {
    ExecutionInterceptor counter =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            requests.add(context.request().getClass().getSimpleName());
          }
        };
    return TestTable.clientBuilder()
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().addExecutionInterceptor(counter).build())
        .build();
  }
}
