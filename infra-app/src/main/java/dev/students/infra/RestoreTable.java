package dev.students.infra;

import dev.students.infra.internal.restore.RestoreCommand;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Restores an environment's table to a point in time. {@code infra-app/restore.sh} starts it with
 * the environment's template.
 */
public final class RestoreTable {

  private RestoreTable() {}

  public static void main(String[] args) {
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ended.get()) {
                    System.err.println("Interrupted. Run the same command again to go on.");
                  }
                }));
    int exitCode =
        new CommandLine(new RestoreCommand())
            .setExecutionExceptionHandler(RestoreTable::report)
            .execute(args);
    ended.set(true);
    System.exit(exitCode);
  }

  private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (!(e instanceof SdkException)) {
      throw new IllegalStateException(e);
    }
    System.err.println(
        "AWS refused or did not answer: "
            + e.getMessage()
            + System.lineSeparator()
            + "Correct that, then run the same command again to go on.");
    return 1;
  }
}
