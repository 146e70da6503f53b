package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * The failure of a command.
 *
 * @param kind the kind of error, for programs
 * @param message a paragraph for people: what happened and what to do next, without personal data
 * @param repetition how to repeat the command if it may have taken effect nevertheless
 * @param done the work done before the failure, for programs; people find it in the message
 * @param cause the exception, if there was one, for {@code --verbose}
 */
record Failure(
    Outcome outcome,
    ErrorKind kind,
    String message,
    Optional<Repetition> repetition,
    Optional<Answer> done,
    Optional<Throwable> cause)
    implements Answer {

  /** Returns a failure without effect and without an exception. */
  static Failure of(Outcome outcome, ErrorKind kind, String message) {
    return new Failure(
        outcome, kind, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns a failure without effect that was caused by an exception. */
  static Failure of(Outcome outcome, ErrorKind kind, String message, Throwable cause) {
    return new Failure(
        outcome, kind, message, Optional.empty(), Optional.empty(), Optional.of(cause));
  }

  /** Returns the failure of a command that may have taken effect. */
  Failure mayHaveTakenEffect(Repetition again) {
    return new Failure(
        outcome, kind, message + " " + again.advice(), Optional.of(again), done, cause);
  }

  /** Returns the failure after some work had been done, which a sentence describes. */
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
