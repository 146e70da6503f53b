package dev.students.truncation.internal;

/**
 * How many requests of one kind may be under way at once: halved when DynamoDB throttles or is too
 * slow, raised by one after as many successes as it allows (additive increase, multiplicative
 * decrease).
 *
 * <p>Requests that were already under way when it was halved do not halve it again.
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
   * Waits for a place.
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

  synchronized void release(long place, boolean throttled) {
    underWay--;
    if (!throttled) {
      limit = Math.min(maximum, limit + 1 / limit);
    } else if (place == decreases) {
      limit = Math.max(1, limit / 2);
      decreases++;
    }
    notifyAll();
  }

  synchronized int current() {
    return (int) limit;
  }
}
