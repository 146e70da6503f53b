package dev.students.cli.internal;

import dev.students.cli.internal.command.AwardXpCommand;
import dev.students.cli.internal.command.CommandLineFlaws;
import dev.students.cli.internal.command.HelpWidth;
import dev.students.cli.internal.command.StudentsCommand;
import dev.students.cli.internal.command.Subcommands;
import dev.students.cli.internal.command.UsageErrors;
import dev.students.cli.internal.command.Values;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.UserFolders;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One run of the program. */
public final class Program {

  private Program() {}

  /** Executes a command line and returns its exit code. */
  public static int run(Console console, UserFolders folders, String... args) {
    int code = commandLine(console, folders, List.of(args)).execute(args);
    Optional<String> lost =
        console.outputFailure().map(e -> "The results could not be written: " + e.getMessage());
    lost.ifPresent(why -> console.say(why + ". Changes that were made remain."));
    return lost.isPresent() ? Outcome.FAILED.exitCode() : code;
  }

  private static CommandLine commandLine(
      Console console, UserFolders folders, List<String> arguments) {
    CommandLine line = new CommandLine(new StudentsCommand(console, folders));
    Subcommands.add(line, arguments);
    Values.register(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(
        false); // an argument such as @name is a value, not a file that contains arguments
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.terminal().color() ? Ansi.ON : Ansi.OFF));
    // Otherwise -10 would be treated as an unknown option.
    Optional.ofNullable(line.getSubcommands().get(AwardXpCommand.NAME))
        .ifPresent(awardXp -> awardXp.setUnmatchedOptionsArePositionalParams(true));
    CommandLineFlaws.collect(line);
    HelpWidth.fit(line, console.terminal());
    line.setParameterExceptionHandler(new UsageErrors(console));
    return line;
  }
}
