package dev.students.acceptance.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {

  private final AtomicInteger cleanUpsOfTheTarget = new AtomicInteger();
  private final AtomicReference<Optional<String>> told = new AtomicReference<>();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  private RunFiles run;
  private Interruption interruption;
  private Map<String, String> variables = Map.of();

  @BeforeEach
  void begin(@TempDir Path root) {
    begin(root, Duration.ofMinutes(1));
  }

  private void begin(Path root, Duration timeToComeToRest) {
    run = RunFiles.of(new ProjectLayout(root), new RunId("1123-230502-9f3c"));
    run.manifest().add(Manifest.Kind.STUDENT, "ada");
    interruption =
        new Interruption(
            run,
            new FakeTarget(
                () -> {
                  throw new IllegalStateException("It is open.");
                },
                cleanUpsOfTheTarget::incrementAndGet),
            Progress.inLines(new PrintStream(console, true, StandardCharsets.UTF_8)),
            timeToComeToRest,
            variables);
    interruption.listen(() -> {}, told::set);
  }

  @AfterEach
  void end() {
    interruption.over();
  }

  @Test
  void interrupt_cleanUpHasBegun_waitsForItAndStartsNoOther() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread ofTheRun =
        new Thread(
            () ->
                interruption.cleanUp(
                    () -> {
                      begun.countDown();
                      awaitUninterruptibly(mayEnd);
                      run.manifest().delete();
                    }));
    ofTheRun.start();
    begun.await();
    Thread hook = new Thread(interruption::interrupt);
    hook.start();

    hook.join(200);
    assertThat(hook.isAlive()).as("waits").isTrue();
    mayEnd.countDown();
    hook.join();

    assertThat(cleanUpsOfTheTarget).hasValue(0);
    assertThat(told).hasValue(Optional.empty());
    assertThat(run.manifest().exists()).isFalse();
  }

  @Test
  void interrupt_scenariosInProgress_cleansUpAfterTheyStop() throws Exception {
    Thread ofTheRun =
        new Thread(
            () -> {
              awaitClosed();
              interruption.cleanUp(cleanUpsOfTheTarget::incrementAndGet);
            });
    ofTheRun.setDaemon(true);
    ofTheRun.start();

    interruption.interrupt();

    assertThat(cleanUpsOfTheTarget).hasValue(1);
    assertThat(told).hasValue(Optional.empty());
    assertThat(run.manifest().exists()).isFalse();
  }

  @Test
  void interrupt_scenariosDoNotStop_cleansUpAndKeepsTheManifest(@TempDir Path root) {
    interruption.over();
    begin(root, Duration.ofMillis(50));
    interruption.interrupt();

    assertThat(cleanUpsOfTheTarget).hasValue(1);
    assertThat(told.get())
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .contains("did not stop", "--clean-up 1123-230502-9f3c", "1 student"));
    assertThat(run.manifest().all(Manifest.Kind.STUDENT)).containsExactly("ada");
  }

  @Test
  void interrupt_onCi_printsTheManifestToTheLog(@TempDir Path root) {
    interruption.over();
    variables = Map.of("CI", "true");
    begin(root, Duration.ofMillis(50));

    interruption.interrupt();

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .contains("STUDENT\tada\t.")
        .containsSubsequence(run.manifest().lines());
  }

  private void awaitClosed() {
    while (!run.manifest().isClosed()) {
      Thread.onSpinWait();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
