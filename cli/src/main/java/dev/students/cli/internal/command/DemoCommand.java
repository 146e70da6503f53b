package dev.students.cli.internal.command;

import dev.students.cli.internal.StopOnSignal;
import dev.students.cli.internal.demo.Demo;
import dev.students.cli.internal.demo.DemoFailedException;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what the product does. */
@Command(
    name = "demo",
    description = {
      "See what every operation does and costs: the life of one student, on a DynamoDB in memory"
          + " that is discarded at the end. Needs no set-up and can be repeated."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  students demo", "  students demo --output json"})
final class DemoCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @ParentCommand
  private StudentsCommand students;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (students.target().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), spec.name() + " works in memory: leave out the target.");
    }
    Report report = students.report(spec.name(), Target.MEMORY.kind());
    try (StopOnSignal signal = new StopOnSignal(students.console())) {
      try (Demo demo = Demo.start()) {
        students.console().say("DynamoDB Local in memory; units by AWS's rules for item sizes");
        return report.answer(
            new DemoAnswer(demo, students.console().terminal().color() ? Ansi.ON : Ansi.OFF));
      } catch (DemoFailedException e) {
        return report.failure(
            Failure.of(Outcome.FAILED, ErrorKind.DEMO, String.valueOf(e.getMessage()), e));
      } catch (RuntimeException e) {
        return report.failure(
            signal.requested() ? Failures.stopped(e) : new Failures(Target.MEMORY, "").explain(e));
      }
    }
  }
}
