package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The result of an award that was applied, now or before. */
record AwardAnswer(Outcome outcome, StudentId student, XpAward award) implements Answer {

  @Override
  public void writeText(PrintStream out) {
    String award = "award " + this.award.id().value();
    if (outcome == Outcome.ALREADY_APPLIED) {
      out.println("Nothing to do: " + award + " was applied before.");
    } else if (this.award.amount() > 0) {
      out.printf(
          Locale.ROOT, "Awarded %,d XP to %s (%s).%n", this.award.amount(), student.value(), award);
    } else {
      out.printf(
          Locale.ROOT,
          "Deducted %,d XP from %s (%s).%n",
          -this.award.amount(),
          student.value(),
          award);
    }
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStringField("studentId", student.value());
    json.writeObjectFieldStart("award");
    json.writeStringField("id", award.id().value());
    json.writeNumberField("amount", award.amount());
    json.writeEndObject();
  }
}
