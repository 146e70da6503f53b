package dev.students.operations.internal;

/**
 * How many calls may be under way at once: halved when DynamoDB throttles, raised by one after as
 * many successes as it allows (additive increase, multiplicative decrease). Calls that were already
 * under way when it was halved do not halve it again.
 */
final class ConcurrencyLimit {

  private final int maximum;
  private double limit;
  private int underWay;
  private long decreases;

  ConcurrencyLimit(int maximum) {
    this.maximum = maximum;
    this.limit = maximum;
  }

  /**
   * Waits for a permit.
   *
   * @return to be handed back with the outcome
   */
  synchronized long acquire() throws InterruptedException {
    while (underWay >= (int) limit) {
      wait();
    }
    underWay++;
    return decreases;
  }

  synchronized void release(long permit, boolean throttled) {
    underWay--;
    if (!throttled) {
      limit = Math.min(maximum, limit + 1 / limit);
    } else if (permit == decreases) {
      limit = Math.max(1, limit / 2);
      decreases++;
    }
    notifyAll();
  }

  synchronized int current() {
    return (int) limit;
  }
}
