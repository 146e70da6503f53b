package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.StudentId;
import java.io.IOException;
import java.io.PrintStream;

/** That nothing of a student is left. */
record ErasedAnswer(StudentId student) implements Answer {

  @Override
  public Outcome outcome() {
    return Outcome.DONE;
  }

  @Override
  public void writeText(PrintStream out) {
    out.println("Nothing of " + student.value() + " is left.");
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStringField("studentId", student.value());
  }
}
