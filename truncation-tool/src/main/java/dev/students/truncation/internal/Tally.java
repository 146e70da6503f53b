package dev.students.truncation.internal;

import dev.students.truncation.ConsumedUnits;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What the workers of one run have done so far; units stay 0 where they are not asked for. */
final class Tally {
  final LongAdder scanned = new LongAdder();
  final LongAdder deleted = new LongAdder();
  final LongAdder unconfirmed = new LongAdder();
  final LongAdder requests = new LongAdder();
  final LongAdder retries = new LongAdder();
  final DoubleAdder readUnits = new DoubleAdder();
  final DoubleAdder writeUnits = new DoubleAdder();

  ConsumedUnits units() {
    return new ConsumedUnits(readUnits.sum(), writeUnits.sum());
  }
}
