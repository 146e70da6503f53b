package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import java.io.PrintStream;

/** A result that is a list of records of one kind; as JSON lines it consists only of those. */
interface RecordAnswer extends Answer {

  /** Writes one object for each record, each on its own line. */
  void writeLines(PrintStream out);
}
