package dev.students.data;

/**
 * Receives the cost of each call of the store, for example to record metrics.
 *
 * <p>Implementations must be thread-safe. They are called on the thread of the call, once its
 * result or its failure is known. Exceptions that they throw are logged (logger {@code
 * dev.students.data.StudentStore}) and not propagated, so that a write that was applied never looks
 * as if it had failed.
 */
@FunctionalInterface
public interface StoreListener {

  /** Called when a call has ended. */
  void onCall(StoreCall call);
}
