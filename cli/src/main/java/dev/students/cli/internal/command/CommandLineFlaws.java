package dev.students.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command whose command line has no flaw. When it has several, the one that is likely to
 * explain the others is reported: a mistyped option makes its value a stray word, a word in the
 * wrong position, or the option that was meant a missing one.
 */
public final class CommandLineFlaws implements IExecutionStrategy {

  private final IExecutionStrategy run = new RunLast();

  /** Has picocli collect all flaws instead of stopping at the first. */
  public static void collect(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(CommandLineFlaws::collect);
    line.setExecutionStrategy(new CommandLineFlaws());
  }

  @Override
  public int execute(ParseResult parsed) {
    List<ParseResult> levels = levels(parsed);
    Optional<ParameterException> flaw =
        levels.stream()
            .flatMap(CommandLineFlaws::unknownOption)
            .findFirst()
            .or(() -> all(levels).filter(CommandLineFlaws::isOfTwoTargets).findFirst())
            .or(() -> all(levels).findFirst());
    if (flaw.isPresent()) {
      throw flaw.get();
    }
    return run.execute(parsed);
  }

  /** The program's own command line, then that of its command. */
  private static List<ParseResult> levels(ParseResult parsed) {
    List<ParseResult> levels = new ArrayList<>();
    for (ParseResult level = parsed; level != null; level = level.subcommand()) {
      levels.add(level);
    }
    return levels;
  }

  private static Stream<ParameterException> all(List<ParseResult> levels) {
    return levels.stream().flatMap(CommandLineFlaws::flaws);
  }

  /** Picocli reports them by either type, depending on their order. */
  static boolean isOfTwoTargets(ParameterException flaw) {
    return flaw instanceof MutuallyExclusiveArgsException
        || flaw instanceof MaxValuesExceededException;
  }

  private static Stream<ParameterException> flaws(ParseResult level) {
    return level.errors().stream()
        .filter(ParameterException.class::isInstance)
        .map(ParameterException.class::cast);
  }

  private static Stream<ParameterException> unknownOption(ParseResult level) {
    CommandLine command = level.commandSpec().commandLine();
    if (command.isUnmatchedOptionsArePositionalParams()) {
      return words(level)
          .filter(word -> word.matches("(?s)--?[A-Za-z].*"))
          .limit(1)
          .map(word -> new UnmatchedArgumentException(command, List.of(word)));
    }
    return flaws(level)
        .filter(flaw -> flaw instanceof UnmatchedArgumentException e && e.isUnknownOption());
  }

  /**
   * Every word that is not an option or its value, unless the user marked them as such with {@code
   * --}.
   */
  private static Stream<String> words(ParseResult level) {
    if (level.originalArgs().contains("--")) {
      return Stream.empty();
    }
    Stream<String> taken =
        level.matchedPositionals().stream().flatMap(word -> word.originalStringValues().stream());
    Stream<String> refused =
        flaws(level)
            .filter(flaw -> flaw.getArgSpec() != null && flaw.getArgSpec().isPositional())
            .flatMap(flaw -> Stream.ofNullable(flaw.getValue()));
    return Stream.of(taken, refused, level.unmatched().stream()).flatMap(words -> words);
  }
}
