package dev.students.cli.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;

/** What a command has to say, to people and to programs. */
public interface Answer {

  Outcome outcome();

  /** Whether writing it goes on reading the table, page by page. Such an answer changes nothing. */
  default boolean isReadWhileWritten() {
    return false;
  }

  /** Writes it for people. */
  void writeText(PrintStream out);

  /** Writes its members into the JSON object that is begun already. */
  void writeJson(JsonGenerator json) throws IOException;
}
