package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.StudentId;
import java.io.IOException;
import java.io.PrintStream;

/**
 * The result of writing all data about a person.
 *
 * @param to the file, or standard output, which then contains nothing else
 */
record PersonalDataAnswer(StudentId student, String to) implements Answer {

  @Override
  public Outcome outcome() {
    return Outcome.DONE;
  }

  @Override
  public void writeText(PrintStream out) {
    if (!to.equals(ExportOutput.STANDARD_OUTPUT)) {
      out.println("Wrote all data stored about " + student.value() + " to " + to + ".");
    }
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStringField("studentId", student.value());
    json.writeStringField("to", to);
  }
}
