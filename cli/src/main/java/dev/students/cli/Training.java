package dev.students.cli;

import dev.students.cli.internal.Program;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Terminal;
import dev.students.cli.internal.targets.UserFolders;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the commands whose classes are worth keeping in an archive, from which the JVM then starts
 * {@link Students} sooner. Started by the script {@code ./students}, once a build.
 */
public final class Training {

  private static final List<String> LINES =
      List.of(
          "--help",
          "help get",
          "create --id s-1 --first-name Ada --last-name Lovelace --email ada@example.com",
          "find ada@example.com --output json",
          "get s-1");

  private Training() {}

  /**
   * Runs the commands.
   *
   * @param args a new folder for the students
   */
  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    UserFolders folders = new UserFolders(Map.of("HOME", args[0]));
    for (String line : LINES) {
      Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Terminal.NONE);
      Program.run(console, folders, Stream.of(line.split(" ", -1)).toArray(String[]::new));
    }
    Students.main(new String[] {"demo"});
  }
}
