package dev.students.cli.internal.command;

import dev.students.cli.internal.StopOnSignal;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.place.Place;
import dev.students.cli.internal.place.PlaceChoice;
import dev.students.data.StudentStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that works on a table: opens the place, says where that is, and reports the end. */
@Command
abstract class PlaceCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @ParentCommand
  private StudentsCommand students;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private boolean begun;

  /** Does the work. */
  abstract Answer run(Place place);

  /**
   * Checks what the options cannot check one by one, before anything is opened.
   *
   * @throws ParameterException when a value is missing or wrong
   * @throws dev.students.data.InvalidValueException likewise, by the rules of students
   */
  void check() {}

  /** How to run the command again so that it takes effect once, when nobody knows if it did. */
  Optional<String> repetition() {
    return Optional.empty();
  }

  final ParameterException usage(String flaw) {
    return new ParameterException(spec.commandLine(), flaw);
  }

  final Console console() {
    return students.console();
  }

  static StudentStore store(Place place) {
    return StudentStore.create(place.client(), place.tableName());
  }

  @Override
  public final Integer call() {
    PlaceChoice choice = students.place(this::usage);
    Report report = students.report(spec.name(), choice.kind());
    try (StopOnSignal signal = new StopOnSignal(console())) {
      try {
        check();
        return work(choice, report);
      } catch (ParameterException e) {
        throw e;
      } catch (RuntimeException e) {
        Optional<String> again = begun ? repetition() : Optional.empty();
        return report.failure(new Failures(choice, again).explain(e, signal.requested()));
      }
    }
  }

  private int work(PlaceChoice choice, Report report) {
    try (Place place = choice.open()) {
      console().say(place.description());
      begun = true;
      return report.answer(run(place));
    }
  }
}
