package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.output.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes how a command ended, in the form asked for. */
final class Report {

  private final StudentsCommand students;
  private final String command;
  private final String place;

  Report(StudentsCommand students, String command, String place) {
    this.students = students;
    this.command = command;
    this.place = place;
  }

  /** Writes a result; its exit code. */
  int answer(Answer answer) {
    Console console = students.console();
    if (answer instanceof Failure failure) {
      return failure(failure);
    }
    if (students.output() == Format.json) {
      console.out().println(json(answer));
    } else {
      answer.writeText(console.out());
    }
    console.out().flush();
    return answer.outcome().exitCode();
  }

  /** Writes what went wrong, on standard error and, for programs, also as JSON; its exit code. */
  int failure(Failure failure) {
    Console console = students.console();
    if (students.output() == Format.json && failure.outcome() != Outcome.INVALID) {
      console.out().println(json(failure));
      console.out().flush();
    }
    console.say(failure.message());
    failure
        .cause()
        .filter(cause -> students.verbose())
        .ifPresent(e -> e.printStackTrace(console.err()));
    return failure.outcome().exitCode();
  }

  /** Whole before any of it is written: a program reads all of it or nothing. */
  private String json(Answer answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("command", command);
      json.writeStringField("place", place);
      json.writeStringField("outcome", answer.outcome().json());
      answer.writeJson(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
