package dev.students.truncation;

/**
 * Receives progress, on the thread that runs the truncation; what it throws stops it, and is the
 * cause of a {@link TruncationFailedException}.
 */
@FunctionalInterface
public interface TruncationListener {

  /** Called about every {@link TableTruncation.Builder#progressInterval}, and when it has ended. */
  void onProgress(TruncationProgress progress);
}
