package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Each import and each repair reports what it did itself, whatever others do at the same time. */
class ConcurrentRunsTest {

  private static final int RUNS = 2;
  private static final int STUDENTS = 100;

  @Test
  void import_sameFileTwiceAtTheSameTime_reportsEachChangeOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      try (ImportScene scene = new ImportScene()) {
        assertReportedOnce(atTheSameTime(() -> run(scene, TestTable.CLIENT)));
      }
    }
  }

  @RepeatedTest(5)
  void import_sameFileTwiceAndAnswersLost_reportsEachChangeOnce(RepetitionInfo round)
      throws Exception {
    try (ImportScene scene = new ImportScene();
        LossyWire wire = new LossyWire(round.getCurrentRepetition());
        DynamoDbClient client = wire.client()) {
      assertReportedOnce(atTheSameTime(() -> run(scene, client)));
      assertThat(scene.isSound()).isTrue();
    }
  }

  @RepeatedTest(3)
  void import_answersLost_reportsNothingAsThereBefore(RepetitionInfo round) {
    try (ImportScene scene = new ImportScene();
        LossyWire wire = new LossyWire(round.getCurrentRepetition());
        DynamoDbClient client = wire.client()) {
      assertThat(run(scene, client))
          .isEqualTo(
              new ImportResult(STUDENTS, 0, STUDENTS, 0, STUDENTS, 0, 10, Map.of(), List.of()));
    }
  }

  @RepeatedTest(3)
  void repair_twiceAtTheSameTime_reportsEachRepairOnce() throws Exception {
    try (TestTable table = new TestTable()) {
      for (int i = 0; i < STUDENTS; i++) {
        table.putLegacy("s" + i, "s" + i + "@x.example");
      }

      List<RepairResult> results =
          atTheSameTime(
              () -> TableRepair.of(table.reader(), TableCheck.of(table.reader())).run(told -> {}));

      assertThat(
              results.stream()
                  .mapToLong(it -> it.outcomes().getOrDefault(RepairOutcome.REPAIRED, 0L))
                  .sum())
          .isEqualTo(STUDENTS);
    }
  }

  private static void assertReportedOnce(List<ImportResult> results) {
    assertThat(
            List.of(
                sum(results, ImportResult::created),
                sum(results, ImportResult::alreadyThere),
                sum(results, ImportResult::awardsApplied),
                sum(results, ImportResult::awardsAlreadyApplied),
                sum(results, ImportResult::deleted),
                sum(results, ImportResult::refusals)))
        .isEqualTo(
            List.of((long) STUDENTS, (long) STUDENTS, (long) STUDENTS, (long) STUDENTS, 10L, 0L));
  }

  private static long sum(List<ImportResult> results, ToLongFunction<ImportResult> count) {
    return results.stream().mapToLong(count).sum();
  }

  private static <T> List<T> atTheSameTime(Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    try {
      CyclicBarrier start = new CyclicBarrier(RUNS);
      Callable<T> together =
          () -> {
            start.await();
            return work.call();
          };
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(Collections.nCopies(RUNS, together))) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static ImportResult run(ImportScene scene, DynamoDbClient client) {
    return StudentImport.builder(client, scene.table.name)
        .build()
        .run(
            new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8)),
            line -> assertThat(line).isNull());
  }

  /** Students with an award each; every tenth is deleted. */
  private static String file() {
    StringBuilder file = new StringBuilder("id,firstName,lastName,email,awardId,amount,deleted\n");
    for (int i = 0; i < STUDENTS; i++) {
      file.append("s%1$d,A%1$d,B,s%1$d@x.example,welcome,5,%2$s\n".formatted(i, i % 10 == 0));
    }
    return file.toString();
  }
}
