package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes the result of a command in the requested format.
 *
 * @param verbose whether a failure shows its stack trace
 * @param command its name; empty if there is no such command
 * @param target the word for its target; empty if unknown
 */
record Report(
    Console console,
    Format format,
    boolean verbose,
    Optional<String> command,
    Optional<String> target) {

  /** Writes a result and returns its exit code. */
  int answer(Answer answer) {
    if (answer instanceof Failure failure) {
      return failure(failure);
    }
    switch (format) {
      case text -> answer.writeText(console.out());
      case json -> console.out().println(json(answer));
      case jsonl -> {
        if (answer instanceof RecordAnswer records) {
          records.writeLines(console.out());
        } else {
          console.out().println(json(answer));
        }
      }
    }
    console.out().flush();
    return answer.outcome().exitCode();
  }

  /**
   * Writes a failure, on standard error and, for programs, also as JSON, and returns its exit code.
   */
  int failure(Failure failure) {
    if (format != Format.text) {
      console.out().println(json(failure));
      console.out().flush();
    }
    console.say(failure.message());
    failure.cause().filter(cause -> verbose).ifPresent(e -> e.printStackTrace(console.err()));
    return failure.outcome().exitCode();
  }

  /** Builds the text before writing any of it, so that a program reads all of it or nothing. */
  private String json(Answer answer) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          write(json, "command", command);
          write(json, "target", target);
          json.writeStringField("outcome", answer.outcome().json());
          answer.writeJson(json);
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
