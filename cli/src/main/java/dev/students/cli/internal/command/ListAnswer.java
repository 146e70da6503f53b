package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import dev.students.data.Student;
import dev.students.operations.ItemKey;
import java.io.IOException;
import java.io.PrintStream;

/** Students, written page by page as they are read. */
record ListAnswer(StudentPages pages, Console console) implements RecordAnswer {

  /** Known after the pages were read. */
  @Override
  public Outcome outcome() {
    return pages.unreadable().isEmpty() ? Outcome.DONE : Outcome.INCOMPLETE;
  }

  @Override
  public boolean isReadWhileWritten() {
    return true;
  }

  @Override
  public void writeText(PrintStream out) {
    StudentRows rows = new StudentRows(out, console.terminal());
    boolean none = true;
    while (pages.hasNext()) {
      var page = pages.next();
      rows.write(page);
      none = none && page.isEmpty();
      if (out.checkError()) {
        return;
      }
    }
    if (none) {
      out.println("No students.");
    }
    out.flush();
    tellTheRest();
  }

  @Override
  public void writeLines(PrintStream out) {
    while (pages.hasNext()) {
      for (Student student : pages.next()) {
        out.println(JsonText.of(json -> StudentAnswer.write(json, student)));
      }
      if (out.checkError()) {
        return;
      }
    }
    tellTheRest();
  }

  private void tellTheRest() {
    for (ItemKey key : pages.unreadable()) {
      console.say(key.masked() + " is left out because it is malformed (see students check).");
    }
    pages
        .more()
        .ifPresent(
            last -> console.say("There are more: add --after " + last.value() + ", or --all."));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("students");
    while (pages.hasNext()) {
      for (Student student : pages.next()) {
        StudentAnswer.write(json, student);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unreadable");
    for (ItemKey key : pages.unreadable()) {
      json.writeString(key.masked());
    }
    json.writeEndArray();
    if (pages.more().isPresent()) {
      json.writeStringField("next", pages.more().get().value());
    } else {
      json.writeNullField("next");
    }
  }
}
