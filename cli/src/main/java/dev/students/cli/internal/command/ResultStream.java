package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.output.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that a command reports while it is running. They are written immediately as text or as
 * JSON lines, or collected, up to a limit, for a single JSON object.
 */
final class ResultStream {

  private static final int MOST_KEPT = 1000;

  private final Console console;
  private final Format format;
  private final ProgressLine progress;
  private final long mostAsText;
  private final List<Entry> kept = new ArrayList<>();
  private long count;

  /** One record. */
  interface Entry {

    void writeText(PrintStream out, Terminal terminal);

    void writeJson(JsonGenerator json) throws IOException;
  }

  /**
   * Creates a stream of records.
   *
   * @param progress the progress shown on the terminal
   * @param mostAsText the maximum number of records written as text
   */
  ResultStream(Console console, Format format, ProgressLine progress, long mostAsText) {
    this.console = console;
    this.format = format;
    this.progress = progress;
    this.mostAsText = mostAsText;
  }

  void add(Entry entry) {
    count++;
    switch (format) {
      case text -> {
        if (count <= mostAsText) {
          progress.makeRoom();
          entry.writeText(console.out(), console.terminal());
          flushForReader();
        }
      }
      case json -> {
        if (kept.size() < MOST_KEPT) {
          kept.add(entry);
        }
      }
      case jsonl -> {
        progress.makeRoom();
        console.out().println(JsonText.of(json -> write(json, entry)));
        flushForReader();
      }
    }
  }

  private void flushForReader() {
    if (console.terminal().out() || console.terminal().piped()) {
      console.out().flush();
    }
  }

  /** The number of records. */
  long count() {
    return count;
  }

  /** The number of records that were not written as text. */
  long notWritten() {
    return format == Format.text ? Math.max(0, count - mostAsText) : 0;
  }

  /**
   * Writes the first records as a member of the JSON object, and the number of the others as {@code
   * name + "LeftOut"}.
   */
  void writeTo(JsonGenerator json, String name) throws IOException {
    if (format != Format.json) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Entry entry : kept) {
      write(json, entry);
    }
    json.writeEndArray();
    json.writeNumberField(name + "LeftOut", count - kept.size());
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    entry.writeJson(json);
    json.writeEndObject();
  }
}
