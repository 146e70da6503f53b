package dev.students.operations;

/**
 * Receives progress on the thread that called the operation, at most a few times a second. An
 * exception that it throws ends the operation.
 */
@FunctionalInterface
public interface ProgressListener {

  /** A listener that does nothing. */
  ProgressListener NONE = progress -> {};

  /** Called while the operation is running. */
  void onProgress(Progress progress);
}
