package dev.students.cli.internal.command;

import dev.students.cli.internal.StopOnSignal;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.targets.ExportedTable;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.cli.internal.targets.TableTarget;
import dev.students.cli.internal.targets.Target;
import dev.students.cli.internal.targets.UserFolders;
import dev.students.cli.internal.targets.WriteObserver;
import dev.students.data.StudentStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A command that works on a table: opens the target, names it on standard error, and reports the
 * result.
 */
@Command
abstract class TargetCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @ParentCommand
  private StudentsCommand students;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @ArgGroup(heading = StudentsCommand.TARGET_HEADING)
  private @Nullable TargetOptions target;

  private final WriteObserver writes = new WriteObserver();

  /** Does the work. */
  abstract Answer run(OpenTarget target);

  /** The export that the command reads instead of a table, if given; no target is opened then. */
  Optional<ExportedTable> exportedTable() {
    return Optional.empty();
  }

  /** Does the work on {@link #exportedTable}. */
  Answer run(ExportedTable exported) {
    throw new IllegalStateException("This command reads tables only");
  }

  /**
   * Checks combinations of options before anything is opened.
   *
   * @throws ParameterException if a value is missing or invalid
   * @throws dev.students.data.InvalidValueException if a value violates a rule of the data layer
   */
  void check() {}

  /** How to repeat the command safely when it is unknown whether it took effect. */
  Optional<Repetition> repetition() {
    return Optional.empty();
  }

  /** Adds the work done before a failure, if it is part of what was requested. */
  Failure withWorkDone(Failure failure) {
    return failure;
  }

  /** Whether any attempt to write may have taken effect. */
  boolean mayHaveTakenEffect() {
    return writes.mayHaveTakenEffect();
  }

  /** The user's folders. */
  final UserFolders folders() {
    return students.folders();
  }

  /** The observed outcomes of the writes. */
  final WriteObserver writes() {
    return writes;
  }

  /** The text to add if there is no such student; it starts with a space. */
  String whenNotFound() {
    return "";
  }

  final ParameterException usage(String flaw) {
    return new ParameterException(spec.commandLine(), flaw);
  }

  final Console console() {
    return students.console();
  }

  final Format format() {
    return students.format();
  }

  /** Returns the number given to an option, if it is within bounds. */
  final int within(String option, long number, int least, int most) {
    if (number < least || number > most) {
      throw usage("%s must be %d to %d.".formatted(option, least, most));
    }
    return Math.toIntExact(number);
  }

  static StudentStore store(OpenTarget target) {
    return StudentStore.create(target.client(), target.tableName());
  }

  @Override
  public final Integer call() {
    Target chosen = chosen();
    Report report = students.report(spec.name(), chosen.kind());
    try (StopOnSignal signal = new StopOnSignal(console())) {
      try {
        check();
        return work(chosen, report);
      } catch (ParameterException e) {
        throw e;
      } catch (RuntimeException e) {
        return report.failure(explain(e, chosen, signal.requested()));
      }
    }
  }

  private Target chosen() {
    Optional<ExportedTable> exported = exportedTable();
    if (exported.isPresent() && (target != null || students.target().isPresent())) {
      throw usage("--from-export reads a folder instead of a table: give no target.");
    }
    return exported.isPresent() ? exported.get() : chosenTarget();
  }

  /** The options of the target can be given before or after the command, but not both. */
  private TableTarget chosenTarget() {
    Optional<TargetOptions> before = students.target();
    if (before.isPresent() && target != null) {
      throw usage(TargetOptions.CHOOSE_ONE);
    }
    return Optional.ofNullable(target)
        .or(() -> before)
        .orElseGet(TargetOptions::new)
        .target(folders());
  }

  /**
   * Reports the answer once the target is closed, so that a database that cannot be closed is not
   * reported as success.
   */
  private int work(Target chosen, Report report) {
    if (chosen instanceof TableTarget table) {
      return workOnTable(table, report);
    }
    ExportedTable exported = exportedTable().orElseThrow();
    console().say(exported.description());
    return report.answer(run(exported));
  }

  private int workOnTable(TableTarget table, Report report) {
    Answer answer;
    try (OpenTarget open = table.open(writes)) {
      console().say(open.description());
      answer = run(open);
      if (answer.isReadWhileWritten()) {
        return report.answer(answer);
      }
    }
    return report.answer(answer);
  }

  private Failure explain(RuntimeException e, Target chosen, boolean stopped) {
    Failure failure =
        stopped ? Failures.stopped(e) : new Failures(chosen, whenNotFound()).explain(e);
    Failure withWork = withWorkDone(failure);
    return repetition()
        .filter(again -> mayHaveTakenEffect())
        .map(withWork::mayHaveTakenEffect)
        .orElse(withWork);
  }
}
