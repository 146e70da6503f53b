package dev.students.data.internal;

import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The clock and the delays of retries, which tests replace. */
public record RetryPolicy(RetryClock clock, BackoffStrategy backoff) {

  /** The system clock and full jitter. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(RetryClock.SYSTEM, Retries.FULL_JITTER);
}
