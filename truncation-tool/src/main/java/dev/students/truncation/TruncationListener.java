package dev.students.truncation;

/**
 * Receives progress on the thread that runs the truncation. An exception that it throws stops the
 * truncation and becomes the cause of a {@link TruncationFailedException}.
 */
@FunctionalInterface
public interface TruncationListener {

  /** Called about every {@link TableTruncation.Builder#progressInterval}, and at the end. */
  void onProgress(TruncationProgress progress);
}
