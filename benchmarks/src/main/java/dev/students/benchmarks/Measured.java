package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * What one way to carry an operation out took.
 *
 * @param benchmark which benchmark
 * @param operation the operation
 * @param by the way
 * @param processorMicros microseconds of the calling thread's processor time a call
 * @param kilobytes memory allocated a call
 * @param elapsedMicros microseconds that the caller waits
 */
record Measured(
    String benchmark,
    String operation,
    String by,
    double processorMicros,
    double kilobytes,
    double elapsedMicros) {

  static Measured of(RunResult run) {
    return new Measured(
        run.getParams().getBenchmark().replaceFirst("^.*\\.(\\w+)\\.\\w+$", "$1"),
        Operation.valueOf(run.getParams().getParam("operation")).title(),
        run.getParams().getParam("by"),
        secondary(run, "nanos") / secondary(run, "calls") / 1000,
        secondary(run, "gc.alloc.rate.norm") / 1024,
        run.getPrimaryResult().getScore());
  }

  private static double secondary(RunResult run, String name) {
    return requireNonNull(run.getSecondaryResults().get(name), name).getScore();
  }

  /** As a line of JSON. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"benchmark\":\"%s\",\"operation\":\"%s\",\"by\":\"%s\",\"processorMicros\":%.2f,"
            + "\"kilobytes\":%.2f,\"elapsedMicros\":%.1f}",
        benchmark,
        operation,
        by,
        processorMicros,
        kilobytes,
        elapsedMicros);
  }
}
