package dev.students.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import dev.students.operations.FindingKind;
import dev.students.operations.TableReader;
import dev.students.reliability.Figures;
import dev.students.reliability.Form;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.io.IOException;
import java.time.Duration;
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

  private static final int KILLS = Form.of(1, 50);
  private static final int AWARDS_TO_ERASE = Form.of(110, 250);
  private static final Set<FindingKind> OF_A_HALF_TRUNCATED_TABLE =
      Set.of(
          FindingKind.STUDENT_WITHOUT_RESERVATION,
          FindingKind.RESERVATION_WITHOUT_STUDENT,
          FindingKind.AWARDS_WITHOUT_STUDENT,
          FindingKind.XP_NOT_SUM_OF_AWARDS);

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
    for (int kill = 0; kill < KILLS; kill++) {
      Set<String> acknowledged = killed("write", kill * 100_000, 60);

      TableCheck check = TableCheck.of(CLIENT, table);
      assertThat(check.broken()).isEmpty();
      assertThat(found()).isEmpty();
      assertThat(acknowledged).allSatisfy(line -> assertThat(holds(check, line)).as(line).isTrue());
    }
    Figures.tell("kills of the writer: %d".formatted(KILLS));
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
    List<String> ids = studentsWithAwards(Form.of(2, 4), AWARDS_TO_ERASE);
    TableContents full = TableContents.of(CLIENT, table);
    int halfDone = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      full.writeTo(CLIENT, table);

      Set<String> acknowledged = killed("erase", 0, ids.size() - 1);

      TableCheck check = TableCheck.of(CLIENT, table);
      assertThat(check.broken()).isEmpty();
      assertThat(check.erasing()).hasSizeLessThanOrEqualTo(1);
      halfDone += check.erasing().size();
      assertThat(found()).isSubsetOf(FindingKind.ERASURE_LEFT_OVER);
      assertThat(acknowledged)
          .allSatisfy(line -> assertThat(check.students()).doesNotContainKey(line.substring(7)));
      ids.forEach(id -> store.erase(StudentId.of(id)));
      assertThat(TableContents.of(CLIENT, table).items()).isEmpty();
    }
    Figures.tell("kills of the eraser: %d, %d of them half-way".formatted(KILLS, halfDone));
  }

  @Test
  void truncation_killedAtAnyMoment_leavesWholeItemsThatRepeatingItRemoves() throws IOException {
    studentsWithAwards(60, 8);
    TableContents full = TableContents.of(CLIENT, table);
    int halfDone = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      full.writeTo(CLIENT, table);

      Set<String> acknowledged = killed("truncate", 0, 2);

      TableContents left = TableContents.of(CLIENT, table);
      halfDone += left.items().isEmpty() || left.equals(full) ? 0 : 1;
      assertThat(full.items()).containsAll(left.items());
      assertThat(full.items().size() - left.items().size())
          .isGreaterThanOrEqualTo(mostDeleted(acknowledged));
      assertThat(found()).isSubsetOf(OF_A_HALF_TRUNCATED_TABLE);
      assertThat(
              TableTruncation.builder(
                      CLIENT, TruncationPermit.forEmulator(LOCAL.endpoint(), table), table)
                  .build()
                  .run()
                  .complete())
          .isTrue();
      assertThat(found()).isEmpty();
    }
    Figures.tell("kills of the truncation: %d, %d of them half-way".formatted(KILLS, halfDone));
  }

  private static int mostDeleted(Set<String> acknowledged) {
    return acknowledged.stream()
        .filter(line -> line.startsWith("deleted "))
        .mapToInt(line -> Integer.parseInt(line.substring(8)))
        .max()
        .orElse(0);
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
    Figures.tell(
        "%d processes, each %d awards, one of five answers lost: XP %d"
            .formatted(workers.size(), Worker.AWARDS, check.totalXp()));
    assertThat(answers)
        .filteredOn(AwardOutcome.APPLIED.name()::equals)
        .hasSizeBetween(1, Worker.AWARDS);
  }

  /** What the product's own check finds. */
  private Set<FindingKind> found() {
    return dev.students.operations.TableCheck.of(TableReader.create(CLIENT, table))
        .withErasureGrace(Duration.ZERO)
        .run(finding -> {})
        .found()
        .keySet();
  }

  private List<String> studentsWithAwards(int students, int awards) {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < students; number++) {
      StudentId id = StudentId.of("s-" + number);
      store.create(Worker.student(id));
      for (int award = 0; award < awards; award++) {
        store.awardXp(id, XpAward.of(AwardId.of("a-" + award), 1));
      }
      ids.add(id.value());
    }
    return ids;
  }

  /**
   * Killed some time after it has acknowledged some calls, so that how fast the machine is does not
   * decide what the kill meets; returns all that was acknowledged.
   */
  private Set<String> killed(String task, int first, int mostLines) throws IOException {
    try (WorkerProcess worker = WorkerProcess.start(task, LOCAL.endpoint(), table, first)) {
      Set<String> acknowledged = new HashSet<>(worker.lines(random.nextInt(mostLines + 1)));
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100_000)));
      acknowledged.addAll(worker.kill());
      return acknowledged;
    }
  }
}
