package dev.students.cli.internal.command;

import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.ProgressListener;
import dev.students.operations.TableReader;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The options for reading a whole table. */
final class ReadOptions {

  /** The option for the number of concurrent requests. */
  static final String CONCURRENCY = "--concurrency";

  /** The maximum number of concurrent requests. */
  static final int MOST_CONCURRENT = 256;

  @Option(
      names = CONCURRENCY,
      paramLabel = "N",
      description = "Concurrent requests, 1 to 256; 8 by default.")
  private long concurrency = 8;

  @Option(
      names = "--consistent",
      description = "Read strongly consistently, for twice the read units.")
  private boolean consistent;

  /** Refuses values that are out of bounds. */
  void check(TargetCommand command) {
    int unused = command.within(CONCURRENCY, concurrency, 1, MOST_CONCURRENT);
  }

  /** Creates a reader of the table; the options have been checked. */
  TableReader reader(OpenTarget target) {
    return TableReader.builder(target.client(), target.tableName())
        .concurrency(Math.toIntExact(concurrency))
        .consistent(consistent)
        .build();
  }

  /** Draws the progress of reading a table of about the given number of items. */
  static ProgressListener listener(ProgressLine line, long whole) {
    return progress -> line.show(progress.items(), fraction(progress.items(), whole));
  }

  /** The fraction that is done; unknown if the total is unknown or exceeded. */
  static OptionalDouble fraction(long done, long whole) {
    return whole < done || whole == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) done / whole);
  }
}
