package dev.students.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import dev.students.reliability.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Each process is a JVM; the database is this one's. */
class ProcessesTest {

  private static final int AWARDS_TO_ERASE = Form.of(110, 250);

  @AutoClose private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();
  @AutoClose private static final DynamoDbClient CLIENT = LOCAL.clientBuilder().build();

  private final String table = "students-" + UUID.randomUUID();
  private final StudentStore store = StudentStore.create(CLIENT, table);
  private final Random random = new Random(Form.seed());

  @BeforeEach
  void createTable() {
    CLIENT.createTable(StudentTable.createTableRequest(table));
  }

  @AfterEach
  void deleteTable() {
    CLIENT.deleteTable(delete -> delete.tableName(table));
  }

  @Test
  void writer_killedAtAnyMoment_leavesAllThatWasAcknowledgedAndNothingHalf() throws IOException {
    for (int kill = 0; kill < Form.of(1, 50); kill++) {
      Set<String> acknowledged = killed("write", kill * 100_000);

      TableCheck check = TableCheck.of(CLIENT, table);
      assertThat(check.broken()).isEmpty();
      assertThat(acknowledged).allSatisfy(line -> assertThat(holds(check, line)).as(line).isTrue());
    }
  }

  private static boolean holds(TableCheck check, String acknowledged) {
    String[] words = acknowledged.split(" ", 2);
    var student = check.students().get("s-" + words[1]);
    return student != null
        && switch (words[0]) {
          case "created" -> true;
          case "awarded" -> TableCheck.number(student, "xp") == 10;
          case "deleted" -> student.containsKey("deleted");
          default -> false;
        };
  }

  @Test
  void eraser_killedAtAnyMoment_leavesWhatRepeatingTheErasureEnds() throws IOException {
    for (int kill = 0; kill < Form.of(1, 50); kill++) {
      List<String> ids = studentsWithAwards(Form.of(2, 4));

      Set<String> acknowledged = killed("erase", 0);

      TableCheck check = TableCheck.of(CLIENT, table);
      assertThat(check.broken()).isEmpty();
      assertThat(check.erasing()).hasSizeLessThanOrEqualTo(1);
      assertThat(acknowledged)
          .allSatisfy(line -> assertThat(check.students()).doesNotContainKey(line.substring(7)));
      ids.forEach(id -> store.erase(StudentId.of(id)));
      assertThat(CLIENT.scan(scan -> scan.tableName(table)).items()).isEmpty();
    }
  }

  @Test
  void processes_sameAwardsAtOnceWithAnswersLost_countEachAwardOnce() throws IOException {
    for (int student = 0; student < Worker.STUDENTS; student++) {
      store.create(Worker.student(StudentId.of("s-" + student)));
    }
    List<WorkerProcess> workers = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try {
      for (int i = 0; i < Form.of(2, 8); i++) {
        workers.add(WorkerProcess.start("award", LOCAL.endpoint(), table, 0));
      }
      for (WorkerProcess worker : workers) {
        List<String> lines = worker.rest();
        assertThat(lines).endsWith("done").hasSize(Worker.AWARDS + 1);
        answers.addAll(lines);
      }
    } finally {
      workers.forEach(WorkerProcess::close);
    }

    TableCheck check = TableCheck.of(CLIENT, table);
    assertThat(check.broken()).isEmpty();
    assertThat(check.students().values())
        .allSatisfy(
            student ->
                assertThat(TableCheck.number(student, "xp"))
                    .isEqualTo(Worker.AWARDS / Worker.STUDENTS));
    assertThat(answers)
        .filteredOn(AwardOutcome.APPLIED.name()::equals)
        .hasSizeBetween(1, Worker.AWARDS);
  }

  private List<String> studentsWithAwards(int students) {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < students; number++) {
      StudentId id = StudentId.of("s-" + number);
      store.create(Worker.student(id));
      for (int award = 0; award < AWARDS_TO_ERASE; award++) {
        store.awardXp(id, XpAward.of(AwardId.of("a-" + award), 1));
      }
      ids.add(id.value());
    }
    return ids;
  }

  private Set<String> killed(String task, int first) throws IOException {
    try (WorkerProcess worker = WorkerProcess.start(task, LOCAL.endpoint(), table, first)) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(600_000)));
      return new HashSet<>(worker.kill());
    }
  }
}
