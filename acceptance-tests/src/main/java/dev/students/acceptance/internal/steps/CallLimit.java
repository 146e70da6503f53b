package dev.students.acceptance.internal.steps;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends a scenario whose calls come to no end: an operation that tries again for ever fails its
 * scenario instead of holding up the run. Thread-safe.
 */
final class CallLimit implements ExecutionInterceptor {

  private static final int CALLS = 1_000;

  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (calls.incrementAndGet() > CALLS) {
      throw new IllegalStateException(
          "the scenario has made " + CALLS + " calls and comes to no end.");
    }
  }
}
