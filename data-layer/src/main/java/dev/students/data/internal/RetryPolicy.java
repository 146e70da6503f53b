package dev.students.data.internal;

import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Time and delays of retries; tests bring their own. */
public record RetryPolicy(RetryClock clock, BackoffStrategy backoff) {

  /** The system's clock, and full jitter. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(RetryClock.SYSTEM, Retries.FULL_JITTER);
}
