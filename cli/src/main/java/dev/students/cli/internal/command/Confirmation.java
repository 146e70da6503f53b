package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody means it: what is to be lost is named a second time, by hand at a terminal or by an
 * option in a script.
 *
 * @param warning what is about to be lost, as a sentence
 * @param name what has to be repeated
 * @param option the option that repeats it
 */
record Confirmation(String warning, String name, String option) {

  /** Why not to go on; empty when it was confirmed. */
  Optional<Failure> refusal(Console console, @Nullable String given) {
    if (given != null) {
      return given.equals(name)
          ? Optional.empty()
          : refused(option + " names something else; it must be " + name + ".");
    }
    if (!console.terminal().in()) {
      return refused(
          warning + " To confirm where nobody can be asked, give " + option + " " + name + ".");
    }
    console.say(warning);
    Optional<String> typed = console.ask("Type " + name + " to go on: ");
    return typed.map(String::strip).equals(Optional.of(name))
        ? Optional.empty()
        : refused("Not confirmed: nothing was changed.");
  }

  private static Optional<Failure> refused(String message) {
    return Optional.of(Failure.of(Outcome.REFUSED, "not-confirmed", message));
  }
}
