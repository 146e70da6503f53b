package dev.students.operations;

/** Receives the lines that an import refuses, in order, on the importing thread. */
@FunctionalInterface
public interface RejectionSink {

  /** Called once with the header, before any line; it is empty for JSON lines. */
  default void header(RejectedLine.Raw header) {}

  /** Called for each refused line. */
  void line(RejectedLine line);

  /** Called once after the last line; not if the import fails. */
  default void end() {}
}
