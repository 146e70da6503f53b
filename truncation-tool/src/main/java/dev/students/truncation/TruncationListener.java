package dev.students.truncation;

/** Hears of progress, on the thread that runs the truncation; what it throws stops it. */
@FunctionalInterface
public interface TruncationListener {

  /** Called about every {@link TableTruncation.Builder#progressInterval}, and at the end. */
  void onProgress(TruncationProgress progress);
}
