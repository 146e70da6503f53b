package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.output.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line. Unlike picocli's own messages these do not repeat what
 * was typed, only what this program knows itself: a stray word may be somebody's name.
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
        .failure(Failure.of(Outcome.INVALID, "usage", message));
  }

  /** The form asked for, on a command line that could not be understood as a whole. */
  private static Format format(String[] args) {
    String line = " " + String.join(" ", args).toLowerCase(Locale.ROOT) + " ";
    return line.matches("(?s).* --output[ =]json .*") ? Format.json : Format.text;
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException || e instanceof OverwrittenOptionException) {
      return sentence(e.getMessage());
    }
    if (e.getArgSpec() != null) {
      return name(e) + " " + rule(e) + ".";
    }
    return sentence(e.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException e) {
    List<String> unmatched = e.getUnmatched();
    if (e.isUnknownOption()) {
      return "There is no option " + unmatched.get(0).replaceFirst("=.*", "") + ".";
    }
    if (!e.getCommandLine().getSubcommands().isEmpty()) {
      String commands = String.join(", ", e.getCommandLine().getSubcommands().keySet());
      return "There is no such command. There are " + commands + ".";
    }
    return "There is a word too many: put quotes around a value that has spaces.";
  }

  private static String name(ParameterException e) {
    CommandLine.Model.ArgSpec argument = e.getArgSpec();
    return argument.isOption()
        ? ((CommandLine.Model.OptionSpec) argument).longestName()
        : argument.paramLabel();
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
    return "is not given as it must be";
  }

  private static String sentence(@Nullable String message) {
    String text = String.valueOf(message);
    return text.endsWith(".") ? text : text + ".";
  }
}
