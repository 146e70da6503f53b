package dev.students.requests;

/**
 * How many requests of one kind may be in flight at once: halved when DynamoDB throttles or is too
 * slow, raised by one after as many successes as it allows (additive increase, multiplicative
 * decrease). Requests that were already in flight when it was halved do not halve it again.
 *
 * <p>Thread-safe.
 */
public final class ConcurrencyLimit {

  private final int maximum;
  private double limit;
  private int inFlight;
  private long decreases;

  /** A limit that starts at its maximum, which is at least 1. */
  public ConcurrencyLimit(int maximum) {
    this.maximum = maximum;
    this.limit = maximum;
  }

  /**
   * Waits until another request may be sent.
   *
   * @return a permit, to be given back by {@link #release}
   */
  public synchronized long acquire() throws InterruptedException {
    while (inFlight >= (int) limit) {
      wait();
    }
    inFlight++;
    return decreases;
  }

  /**
   * Gives a permit back once the request was answered, or given up.
   *
   * @param throttled whether DynamoDB throttled the request, or any part or attempt of it
   */
  public synchronized void release(long permit, boolean throttled) {
    inFlight--;
    if (!throttled) {
      limit = Math.min(maximum, limit + 1 / limit);
    } else if (permit == decreases) {
      limit = Math.max(1, limit / 2);
      decreases++;
    }
    notifyAll();
  }

  /** How many requests may be in flight at once now. */
  public synchronized int current() {
    return (int) limit;
  }
}
