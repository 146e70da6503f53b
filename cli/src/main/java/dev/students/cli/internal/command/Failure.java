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
 * @param repetition how to repeat it, when it may have taken effect nevertheless
 * @param done what had been done before; for programs, the message tells it people
 * @param cause where there was one, for {@code --verbose}
 */
record Failure(
    Outcome outcome,
    ErrorKind kind,
    String message,
    Optional<Repetition> repetition,
    Optional<Answer> done,
    Optional<Throwable> cause)
    implements Answer {

  /** One without effect that no exception reported. */
  static Failure of(Outcome outcome, ErrorKind kind, String message) {
    return new Failure(
        outcome, kind, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** One without effect that an exception reported. */
  static Failure of(Outcome outcome, ErrorKind kind, String message, Throwable cause) {
    return new Failure(
        outcome, kind, message, Optional.empty(), Optional.empty(), Optional.of(cause));
  }

  /** The same, which may have taken effect. */
  Failure mayHaveTakenEffect(Repetition again) {
    return new Failure(
        outcome, kind, message + " " + again.advice(), Optional.of(again), done, cause);
  }

  /** The same after something had been done, which a sentence says. */
  Failure after(Answer work, String sentence) {
    return new Failure(
        outcome, kind, message + " " + sentence, repetition, Optional.of(work), cause);
  }

  @Override
  public void writeText(PrintStream out) {
    out.println(message);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    if (done.isPresent()) {
      done.get().writeJson(json);
    }
    json.writeObjectFieldStart("error");
    json.writeStringField("kind", kind.json());
    json.writeStringField("message", message);
    if (repetition.isPresent()) {
      json.writeArrayFieldStart("repeatWith");
      for (String option : repetition.get().options()) {
        json.writeString(option);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
