package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import java.io.PrintStream;

/** An answer that is a list of things of one kind: as JSON lines it is nothing but those. */
interface RecordAnswer extends Answer {

  /** Writes an object for each, on a line of its own. */
  void writeLines(PrintStream out);
}
