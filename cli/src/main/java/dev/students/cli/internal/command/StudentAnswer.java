package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.Student;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A student with all its attributes. */
record StudentAnswer(Student student) implements Answer {

  @Override
  public Outcome outcome() {
    return Outcome.DONE;
  }

  @Override
  public void writeText(PrintStream out) {
    line(out, "id", student.id().value());
    line(out, "first name", student.firstName().value());
    line(out, "last name", student.lastName().value());
    line(out, "e-mail", student.email().value());
    line(out, "XP", student.xp());
    line(out, "version", student.version());
    student.createdAt().ifPresent(time -> line(out, "created", time));
    student.updatedAt().ifPresent(time -> line(out, "updated", time));
    if (student.isDeleted()) {
      line(out, "deleted", student.deletedAt().map(Instant::toString).orElse("yes"));
    }
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeFieldName("student");
    write(json, student);
  }

  /** A student as an object. */
  static void write(JsonGenerator json, Student student) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", student.id().value());
    json.writeStringField("firstName", student.firstName().value());
    json.writeStringField("lastName", student.lastName().value());
    json.writeStringField("email", student.email().value());
    json.writeNumberField("xp", student.xp());
    json.writeNumberField("version", student.version());
    writeTime(json, "createdAt", student.createdAt());
    writeTime(json, "updatedAt", student.updatedAt());
    json.writeBooleanField("deleted", student.isDeleted());
    writeTime(json, "deletedAt", student.deletedAt());
    json.writeEndObject();
  }

  private static void line(PrintStream out, String label, Object value) {
    out.printf(Locale.ROOT, "%-10s  %s%n", label, value);
  }

  private static void writeTime(JsonGenerator json, String name, Optional<Instant> time)
      throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, time.get().toString());
    } else {
      json.writeNullField(name);
    }
  }
}
