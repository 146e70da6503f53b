package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.output.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Explains errors in a command line. Unlike those of picocli, the messages do not repeat what was
 * typed, because a stray word may be a person's name.
 */
public final class UsageErrors implements IParameterExceptionHandler {

  private final Console console;

  public UsageErrors(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    if (args.length == 0) {
      e.getCommandLine().usage(e.getCommandLine().getErr());
      return Outcome.INVALID.exitCode();
    }
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String message = message(e) + " See " + command.qualifiedName() + " --help.";
    Optional<String> name = Optional.of(command).filter(c -> c.parent() != null).map(c -> c.name());
    return new Report(console, format(args), false, name, Optional.empty())
        .failure(Failure.of(Outcome.INVALID, ErrorKind.USAGE, message));
  }

  /** The requested output format, from a command line that could not be parsed completely. */
  private static Format format(String[] args) {
    String line = " " + String.join(" ", args).toLowerCase(Locale.ROOT) + " ";
    return line.matches("(?s).* --output[ =]jsonl? .*") ? Format.json : Format.text;
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing.getMissing(), e.getCommandLine().getParseResult());
    }
    if (CommandLineFlaws.isOfTwoTargets(e)) {
      return TargetOptions.CHOOSE_ONE;
    }
    if (e instanceof OverwrittenOptionException twice) {
      return name(Objects.requireNonNull(twice.getOverwritten())) + " is given twice.";
    }
    if (e.getArgSpec() != null) {
      return name(e.getArgSpec()) + " " + rule(e) + ".";
    }
    return sentence(e.getMessage());
  }

  /** For an incomplete group of options, picocli also lists the options that were given. */
  private static String missing(List<ArgSpec> missing, ParseResult given) {
    String names =
        missing.stream()
            .filter(argument -> !(argument instanceof OptionSpec o && given.hasMatchedOption(o)))
            .map(UsageErrors::name)
            .collect(Collectors.joining(", "));
    int last = names.lastIndexOf(", ");
    return last < 0
        ? names + " is missing."
        : names.substring(0, last) + " and " + names.substring(last + 2) + " are missing.";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0);
    if (e.isUnknownOption() || e.getCommandLine().isUnmatchedOptionsArePositionalParams()) {
      String option = word.replaceFirst("(?s)[=\\s].*", "");
      return "There is no option " + option + "." + suggestion(option, command.optionsMap());
    }
    if (!command.subcommands().isEmpty()) {
      String commands = String.join(", ", command.subcommands().keySet());
      return "There is no such command."
          + suggestion(word, command.subcommands())
          + " There are "
          + commands
          + ".";
    }
    return "Unexpected argument: put quotes around a value that has spaces.";
  }

  private static String suggestion(String typed, Map<String, ?> names) {
    return Suggestion.of(typed, names.keySet())
        .map(name -> " Did you mean " + name + "?")
        .orElse("");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String rule(ParameterException e) {
    if (e.getArgSpec().arity().max() == 0) {
      return "takes no value";
    }
    if (e.getArgSpec().type().isEnum()) {
      return "must be one of " + String.join(", ", e.getArgSpec().completionCandidates());
    }
    if (e.getCause() instanceof TypeConversionException own) {
      return String.valueOf(own.getMessage());
    }
    return "is not valid";
  }

  private static String sentence(@Nullable String message) {
    String text = String.valueOf(message);
    return text.endsWith(".") ? text : text + ".";
  }
}
