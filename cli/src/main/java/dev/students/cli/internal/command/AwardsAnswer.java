package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.RecordedAward;
import dev.students.data.StudentId;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** A student's awards; as text they are written page by page as they are read. */
record AwardsAnswer(StudentId student, Iterable<RecordedAward> awards) implements Answer {

  @Override
  public Outcome outcome() {
    return Outcome.DONE;
  }

  @Override
  public boolean isReadWhileWritten() {
    return true;
  }

  @Override
  public void writeText(PrintStream out) {
    boolean none = true;
    for (RecordedAward award : awards) {
      out.printf(
          Locale.ROOT,
          "%-24s  %+10d XP  %s%n",
          award.awardedAt(),
          award.amount(),
          award.id().value());
      if (out.checkError()) {
        return;
      }
      none = false;
    }
    if (none) {
      out.println("No awards.");
    }
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStringField("studentId", student.value());
    json.writeArrayFieldStart("awards");
    for (RecordedAward award : awards) {
      json.writeStartObject();
      json.writeStringField("id", award.id().value());
      json.writeNumberField("amount", award.amount());
      json.writeStringField("awardedAt", award.awardedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
