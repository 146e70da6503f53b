package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.StudentId;
import java.io.IOException;
import java.io.PrintStream;

/**
 * The result of an erasure that was completed or failed.
 *
 * @param items the number of items that it removed
 */
record ErasureAnswer(StudentId student, long items, Outcome outcome) implements Answer {

  @Override
  public void writeText(PrintStream out) {
    out.println("Nothing of " + student.value() + " is left.");
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStringField("studentId", student.value());
    json.writeNumberField("removedItems", items);
  }
}
