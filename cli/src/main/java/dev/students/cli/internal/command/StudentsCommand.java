package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.targets.UserFolders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, with the options common to all {@linkplain Subcommands commands}. */
@Command(
    name = StudentsCommand.NAME,
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 80,
    abbreviateSynopsis = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {"Students on DynamoDB: try it on this machine, operate it in AWS.", ""},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students demo",
      "  students create --first-name Ada --last-name Lovelace \\",
      "      --email ada@example.com",
      "  students find ada@example.com --environment staging --output json",
      "  students import class-7.csv --separator ';' --id-from Nr",
      "  students truncate --endpoint http://localhost:8000 --table students",
      "  source <(students generate-completion)",
      "",
      "Exit codes: 0 done; 1 refused or failed; 2 the command line is invalid, nothing",
      "was sent; 3 not found; 4 the table or the file has errors; 130 stopped by Ctrl-C."
    })
public final class StudentsCommand {

  static final String NAME = "students";
  static final String TARGET_HEADING = "%nTarget, one of:%n";

  private final Console console;
  private final UserFolders folders;

  @ArgGroup(heading = TARGET_HEADING)
  private @Nullable TargetOptions target;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description =
          "text (the default), json, or jsonl: one JSON object, or one a line where there are many.")
  private Format output = Format.text;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  public StudentsCommand(Console console, UserFolders folders) {
    this.console = console;
    this.folders = folders;
  }

  UserFolders folders() {
    return folders;
  }

  Console console() {
    return console;
  }

  Format format() {
    return output;
  }

  /** Creates the report for the result of a subcommand. */
  Report report(String command, String target) {
    return new Report(console, output, verbose, Optional.of(command), Optional.of(target));
  }

  /** The options of the target that were given before the command. */
  Optional<TargetOptions> target() {
    return Optional.ofNullable(target);
  }
}
