package dev.students.truncation.internal;

import dev.students.truncation.TruncationProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Reports the progress of a run to the listener at the configured interval. Confined to one thread.
 */
final class ProgressReport {

  private final Settings settings;
  private final Tally tally;
  private final Clock clock;
  private final OptionalLong approximateTotal;
  private Duration next;

  ProgressReport(Settings settings, Tally tally, Clock clock, TableDescription table) {
    this.settings = settings;
    this.tally = tally;
    this.clock = clock;
    this.approximateTotal = approximateTotal(table);
    this.next = settings.progressInterval();
  }

  /**
   * DynamoDB updates the count about every six hours. For a new table it is 0, which is treated as
   * unknown.
   */
  private static OptionalLong approximateTotal(TableDescription table) {
    return Optional.ofNullable(table.itemCount()).filter(count -> count > 0).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  void ifDue() {
    Duration elapsed = clock.elapsed();
    if (elapsed.compareTo(next) >= 0) {
      next = elapsed.plus(settings.progressInterval());
      now();
    }
  }

  void now() {
    settings
        .listener()
        .onProgress(
            new TruncationProgress(
                tally.scanned.sum(),
                tally.deleted.sum(),
                approximateTotal,
                clock.elapsed(),
                tally.retries.sum()));
  }
}
