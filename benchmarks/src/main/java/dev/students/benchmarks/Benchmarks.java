package dev.students.benchmarks;

import dev.students.local.LocalDynamoDb;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, time and allocation, beside a DynamoDB Local in this process, and prints
 * their ratios. Takes JMH's own options.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /** The program. */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      Runner runner =
          new Runner(
              new OptionsBuilder()
                  .parent(new CommandLineOptions(args))
                  .addProfiler(GCProfiler.class)
                  .jvmArgsPrepend("-D" + LocalBenchmark.ENDPOINT + "=" + local.endpoint())
                  .build());
      System.out.println(Report.of(runner.run()).markdown());
    }
  }
}
