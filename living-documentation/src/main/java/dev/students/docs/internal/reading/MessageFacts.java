package dev.students.docs.internal.reading;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.students.docs.LivingDocumentationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What the messages themselves say of a run: when it started, and what their {@code meta} tells of
 * the CI job. All but the time may be empty.
 */
record MessageFacts(Instant time, String commit, String build) {

  private static final String META = "meta";
  private static final String STARTED = "testRunStarted";

  /** Without a time in the messages, that of the file counts. */
  static MessageFacts read(Path file) {
    Message none = new Message(new JsonObject());
    Message meta = none;
    Message started = none;
    try (BufferedReader lines = Encoding.of(file).open()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains('"' + META + '"') && meta == none) {
          meta = parsed(line, META, none);
        } else if (line.contains('"' + STARTED + '"')) {
          started = parsed(line, STARTED, none);
        }
        if (started != none) {
          break;
        }
      }
      Message ci = meta.object("ci").orElse(none);
      return new MessageFacts(
          started.timestamp().orElse(Files.getLastModifiedTime(file).toInstant()),
          ci.object("git").map(git -> git.text("revision")).orElse(""),
          ci.text("url"));
    } catch (IOException e) {
      throw new LivingDocumentationException(file.getFileName() + " cannot be read", e);
    }
  }

  private static Message parsed(String line, String member, Message otherwise) {
    try {
      return new Message(JsonParser.parseString(line).getAsJsonObject())
          .object(member)
          .orElse(otherwise);
    } catch (JsonParseException | IllegalStateException e) {
      return otherwise; // whoever reads the messages tells of it
    }
  }
}
