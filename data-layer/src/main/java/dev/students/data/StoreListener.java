package dev.students.data;

/**
 * Receives what each call of the store cost, for example to record metrics.
 *
 * <p>It is called on the thread of the call, after the answer or the failure is known, and must be
 * thread-safe. What it throws is logged (logger {@code dev.students.data.StudentStore}) and goes no
 * further: a write that was applied must not look like one that failed.
 */
@FunctionalInterface
public interface StoreListener {

  /** A call has ended. */
  void onCall(StoreCall call);
}
