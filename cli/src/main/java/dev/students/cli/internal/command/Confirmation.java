package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation of a command that destroys data: the user names what will be lost a second time,
 * at a terminal or by an option in a script.
 *
 * @param warning what will be lost, as a sentence
 * @param name the name to type
 * @param option the option that repeats it
 */
record Confirmation(String warning, String name, String option) {

  /** The reason why the command must not continue; empty if it was confirmed. */
  Optional<Failure> refusal(Console console, @Nullable String given) {
    if (given != null) {
      return given.equals(name)
          ? Optional.empty()
          : refused(option + " does not match: it must be " + name + ".");
    }
    if (!console.terminal().in()) {
      return refused(
          warning + " Standard input is not a terminal: confirm with " + option + " " + name + ".");
    }
    console.say(warning);
    Optional<String> typed = console.ask("Type " + name + " to continue: ");
    return typed.map(String::strip).equals(Optional.of(name))
        ? Optional.empty()
        : refused("Not confirmed: nothing was changed.");
  }

  private static Optional<Failure> refused(String message) {
    return Optional.of(Failure.of(Outcome.REFUSED, ErrorKind.NOT_CONFIRMED, message));
  }
}
