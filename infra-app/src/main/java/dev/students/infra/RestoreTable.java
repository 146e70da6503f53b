package dev.students.infra;

import dev.students.infra.internal.restore.RestoreCommand;
import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Restores an environment's table to a point in time. {@code infra-app/restore.sh} starts it with
 * the environment's template.
 */
public final class RestoreTable {

  private RestoreTable() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new RestoreCommand())
            .setExecutionExceptionHandler(RestoreTable::report)
            .execute(args));
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
