package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.workspace.Manifest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A command that outlived the run that started it and may still be deploying. It is identified by
 * its process id and start time, because process ids are reused.
 */
public final class StartedProcess {

  private StartedProcess() {}

  public static String describe(ProcessHandle process) {
    return process.pid() + " " + startOf(process);
  }

  /**
   * Ends the commands that a run has started and their child processes, if they are still running.
   */
  public static void endAll(Manifest manifest) {
    manifest.all(Manifest.Kind.PROCESS).forEach(StartedProcess::end);
  }

  /** Ends the process, if it is still the same one. */
  private static void end(String description) {
    find(description)
        .ifPresent(
            process -> {
              Stream.concat(process.descendants(), Stream.of(process))
                  .forEach(ProcessHandle::destroyForcibly);
              await(process);
            });
  }

  /**
   * The described process, if it still runs. A zombie process, as is common in containers, still
   * has a process id, but no command.
   */
  public static Optional<ProcessHandle> find(String description) {
    String[] parts = description.split(" ", 2);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> process.info().command().isPresent())
        .filter(process -> parts.length == 2 && startOf(process).equals(parts[1]));
  }

  private static String startOf(ProcessHandle process) {
    Optional<Instant> start = process.info().startInstant();
    return start.map(Instant::toString).orElse("unknown");
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new TargetException(
          "The process " + process.pid() + " does not end; kill it by hand.", e);
    }
  }
}
