package dev.students.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The subcommands of the program. For picocli to read the options of all of them takes longer than
 * most commands do, so it reads those only that a command line can refer to.
 */
public final class Subcommands {

  private static final List<Class<?>> ALL =
      List.of(
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
          ListCommand.class,
          ExportCommand.class,
          ImportCommand.class,
          CheckCommand.class,
          TakeOverCommand.class,
          GenerateCompletion.class,
          HelpCommand.class);

  /** Of the options of a subcommand, these command lines tell and take none. */
  private static final Set<List<String>> OF_THE_PROGRAM =
      Set.of(List.of(), List.of("--help"), List.of("-h"), List.of("help"), List.of("--version"));

  private Subcommands() {}

  /** Adds what the arguments can refer to: the command that they begin with, or all. */
  public static void add(CommandLine line, List<String> arguments) {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    ALL.forEach(command -> commands.put(description(command).name(), command));
    Class<?> first = commands.get(arguments.isEmpty() ? "" : arguments.get(0));
    if (OF_THE_PROGRAM.contains(arguments)) {
      line.addSubcommand(HelpCommand.class);
    } else if (first != null && TargetCommand.class.isAssignableFrom(first)) {
      line.addSubcommand(first);
    } else {
      commands.values().forEach(command -> line.addSubcommand(command));
    }
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new Names(commands));
  }

  private static Command description(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class));
  }

  /** The list in the program's help, of all commands. Not a lambda, as in {@link Values}. */
  private record Names(Map<String, Class<?>> commands) implements IHelpSectionRenderer {

    private static final int INDENTATION = 2;

    @Override
    public String render(Help help) {
      int longest = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
      int names = longest + INDENTATION;
      int width = help.commandSpec().usageMessage().width();
      Help.TextTable table =
          Help.TextTable.forColumns(
              help.colorScheme(),
              new Help.Column(names, INDENTATION, Help.Column.Overflow.SPAN),
              new Help.Column(width - names, INDENTATION, Help.Column.Overflow.WRAP));
      commands.forEach(
          (name, command) ->
              table.addRowValues(
                  help.colorScheme().commandText(name), help.colorScheme().text(text(command))));
      return table.toString();
    }

    /** Commands that come with picocli name the program by a variable. */
    private static String text(Class<?> command) {
      Command description = description(command);
      String[] header = description.header();
      String text = header.length > 0 ? header[0] : description.description()[0];
      return text.replaceFirst("\\$\\{ROOT-COMMAND-NAME:-.*}", StudentsCommand.NAME);
    }
  }
}
