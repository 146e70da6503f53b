package dev.students.cli.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.StudentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs run the same command concurrently, each on a thread. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class UnconfirmedAwardTest {

  private static final int PROGRAMS = 4;
  private static final int ROUNDS = 200;
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** The award that a program took, before its outcome is known. */
  private record Taken(AwardId id, Optional<Instant> before, boolean isRecorded) {}

  @TempDir private Path state;

  private final ExecutorService programs = Executors.newFixedThreadPool(PROGRAMS);

  @AfterEach
  void stop() {
    programs.shutdownNow();
  }

  @Test
  void take_concurrentPrograms_haveAnAwardEach() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(ids(takenAtOnce(NOW))).hasSize(PROGRAMS);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void take_unconfirmedAward_isTakenByOneOfTheConcurrentPrograms() throws Exception {
    for (int round = 0; round < ROUNDS / 4; round++) {
      AwardId left;
      try (UnconfirmedAward killed = take(NOW)) {
        left = killed.id();
      }
      List<Taken> taken = takenAtOnce(NOW.plusSeconds(60));
      assertThat(taken.stream().filter(each -> each.before().isPresent()))
          .containsExactly(new Taken(left, Optional.of(NOW), true));
      assertThat(ids(taken)).hasSize(PROGRAMS);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void take_whileOthersFinish_isRecordedAndNew() throws Exception {
    List<Callable<List<Taken>>> loops = new ArrayList<>();
    for (int program = 0; program < PROGRAMS; program++) {
      loops.add(
          () -> {
            List<Taken> taken = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
              taken.add(takeAndSettle(NOW));
            }
            return taken;
          });
    }
    List<Taken> all = new ArrayList<>();
    for (Future<List<Taken>> each : programs.invokeAll(loops)) {
      all.addAll(each.get());
    }
    assertThat(all).allMatch(Taken::isRecorded).allMatch(each -> each.before().isEmpty());
    assertThat(ids(all)).hasSize(PROGRAMS * ROUNDS);
    assertThat(files()).isEmpty();
  }

  @Test
  void take_anHourLater_isANewAward() {
    AwardId left;
    try (UnconfirmedAward killed = take(NOW)) {
      left = killed.id();
    }
    Instant later = NOW.plus(Duration.ofHours(1));
    try (UnconfirmedAward award = take(later.minusSeconds(1))) {
      assertThat(award.id()).isEqualTo(left);
    }
    // The repetition counts from when it was sent last.
    try (UnconfirmedAward award = take(later.plus(Duration.ofHours(1)))) {
      assertThat(award.id()).isNotEqualTo(left);
      assertThat(award.before()).isEmpty();
    }
  }

  /** The award that each program takes while all of them are running. */
  private List<Taken> takenAtOnce(Instant now) throws Exception {
    CyclicBarrier begin = new CyclicBarrier(PROGRAMS);
    CyclicBarrier end = new CyclicBarrier(PROGRAMS);
    Callable<Taken> program =
        () -> {
          begin.await();
          try (UnconfirmedAward award = take(now)) {
            Taken taken = taken(award);
            end.await();
            award.settle();
            return taken;
          }
        };
    List<Taken> taken = new ArrayList<>();
    for (Future<Taken> each : programs.invokeAll(List.of(program, program, program, program))) {
      taken.add(each.get());
    }
    assertThat(taken).allMatch(Taken::isRecorded);
    return taken;
  }

  private Taken takeAndSettle(Instant now) {
    try (UnconfirmedAward award = take(now)) {
      Taken taken = taken(award);
      award.settle();
      return taken;
    }
  }

  private UnconfirmedAward take(Instant now) {
    return UnconfirmedAward.take(
        state, "a table", StudentId.of("s1"), 50, InstantSource.fixed(now));
  }

  private static Taken taken(UnconfirmedAward award) {
    return new Taken(award.id(), award.before(), award.isRecorded());
  }

  private static Set<AwardId> ids(List<Taken> taken) {
    Set<AwardId> ids = new HashSet<>();
    taken.forEach(each -> ids.add(each.id()));
    return ids;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("unconfirmed-awards"))) {
      return files.toList();
    }
  }
}
