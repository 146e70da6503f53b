package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Why a command did not do what was asked.
 *
 * @param kind what went wrong, for programs
 * @param message a paragraph for people: what happened, and what to do next; no personal data
 * @param cause where there was one, for {@code --verbose}
 */
record Failure(Outcome outcome, ErrorKind kind, String message, Optional<Throwable> cause)
    implements Answer {

  /** One that no exception reported. */
  static Failure of(Outcome outcome, ErrorKind kind, String message) {
    return new Failure(outcome, kind, message, Optional.empty());
  }

  @Override
  public void writeText(PrintStream out) {
    out.println(message);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("kind", kind.json());
    json.writeStringField("message", message);
    json.writeEndObject();
  }
}
