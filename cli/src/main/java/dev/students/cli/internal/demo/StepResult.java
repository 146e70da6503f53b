package dev.students.cli.internal.demo;

import dev.students.local.RecordedCall;
import java.util.List;

/**
 * The result of a step.
 *
 * @param number the number of the step, counted from 1
 * @param title what it shows
 * @param command the command line that does the same
 * @param result a description of the result
 * @param calls the requests that it made
 */
public record StepResult(
    int number, String title, String command, String result, List<RecordedCall> calls) {

  /** Read units of all its requests. */
  public double readUnits() {
    return calls.stream().flatMap(call -> call.units().stream()).mapToDouble(u -> u.read()).sum();
  }

  /** Write units of all its requests. */
  public double writeUnits() {
    return calls.stream().flatMap(call -> call.units().stream()).mapToDouble(u -> u.write()).sum();
  }
}
