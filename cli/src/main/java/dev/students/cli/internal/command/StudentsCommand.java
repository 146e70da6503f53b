package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.place.PlaceChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program as a whole: what every command understands. */
@Command(
    name = "students",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpWidth = 80,
    subcommands = {
      DemoCommand.class,
      CreateCommand.class,
      GetCommand.class,
      FindCommand.class,
      UpdateCommand.class,
      DeleteCommand.class,
      RestoreCommand.class,
      AwardXpCommand.class,
      AwardsCommand.class,
      EraseCommand.class,
      TruncateCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
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
      "  students truncate --endpoint http://localhost:8000 --table students",
      "  source <(students generate-completion)",
      "",
      "Exit codes: 0 done; 1 refused or failed; 2 the command line is wrong, nothing",
      "was sent; 3 not found; 130 stopped by Ctrl-C."
    })
public final class StudentsCommand {

  private final Console console;

  @Option(
      names = "--local",
      scope = ScopeType.INHERIT,
      description = "Work on DynamoDB Local in this program (the default).")
  private boolean local;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where --local keeps its data; otherwise in students in $$XDG_DATA_HOME or"
              + " ~/.local/share.")
  private @Nullable Path data;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Work on the DynamoDB at this address; needs --table.")
  private @Nullable URI endpoint;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The table at --endpoint.")
  private @Nullable String table;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "Work on a deployed environment, found with your AWS credentials and Region"
              + " (AWS_PROFILE, AWS_REGION).")
  private @Nullable String environment;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "text (the default) or json.")
  private Format output = Format.text;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  public StudentsCommand(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  /** How a subcommand reports its end. */
  Report report(String command, String place) {
    return new Report(console, output, verbose, Optional.of(command), Optional.of(place));
  }

  /**
   * Where to work.
   *
   * @param refuse makes the exception of what is wrong with the options
   */
  PlaceChoice place(Function<String, ParameterException> refuse) {
    return new PlaceOptions(local, data, endpoint, table, environment).choose(refuse);
  }

  /** That no option says where to work, for a command that brings its own place. */
  void requireNoPlace(CommandSpec command) {
    if (new PlaceOptions(local, data, endpoint, table, environment).areGiven()) {
      throw new ParameterException(
          command.commandLine(),
          command.name()
              + " works in memory: leave out --data, --endpoint, --table and --environment.");
    }
  }
}
