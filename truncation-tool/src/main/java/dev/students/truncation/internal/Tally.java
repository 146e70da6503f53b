package dev.students.truncation.internal;

import dev.students.truncation.ConsumedUnits;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** The work done so far by the workers of one run. Units stay 0 if they are not requested. */
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
