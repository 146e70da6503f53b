package dev.students.operations;

/** Where the lines go that an import did not take in; told on the thread that imports, in order. */
@FunctionalInterface
public interface RejectionSink {

  /** Told once, before any line, how the header looks; it is empty for JSON lines. */
  default void header(RejectedLine.Raw header) {}

  /** Told of each line. */
  void line(RejectedLine line);
}
