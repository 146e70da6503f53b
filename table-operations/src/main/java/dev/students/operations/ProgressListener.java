package dev.students.operations;

/**
 * Hears of progress on the thread that called the operation, a few times a second at most where the
 * source is fast; what it throws ends the operation.
 */
@FunctionalInterface
public interface ProgressListener {

  /** A listener that does nothing. */
  ProgressListener NONE = progress -> {};

  /** Called while the operation goes on. */
  void onProgress(Progress progress);
}
