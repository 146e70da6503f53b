package dev.students.cli.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;

/** The result of a command, for people and for programs. */
public interface Answer {

  Outcome outcome();

  /**
   * Whether writing the result continues to read the table, page by page. Such a command changes
   * nothing.
   */
  default boolean isReadWhileWritten() {
    return false;
  }

  /** Writes the result for people. */
  void writeText(PrintStream out);

  /** Writes the members of the result into the JSON object that was started. */
  void writeJson(JsonGenerator json) throws IOException;
}
