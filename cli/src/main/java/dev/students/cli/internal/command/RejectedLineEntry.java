package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Paragraph;
import dev.students.cli.internal.output.Terminal;
import dev.students.operations.RejectedLine;
import java.io.IOException;
import java.io.PrintStream;

/** A rejected line: its number, the field and the rule, without its content. */
record RejectedLineEntry(RejectedLine line) implements ResultStream.Entry {

  @Override
  public void writeText(PrintStream out, Terminal terminal) {
    String field = line.field().equals("line") ? "" : line.field() + " ";
    String text = "line " + line.line() + ": " + field + line.rule();
    out.println(terminal.out() ? Paragraph.wrap(text, terminal.columns(), "  ") : text);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeNumberField("line", line.line());
    json.writeStringField("reason", JsonText.word(line.reason()));
    json.writeStringField("field", line.field());
    json.writeStringField("rule", line.rule());
  }
}
