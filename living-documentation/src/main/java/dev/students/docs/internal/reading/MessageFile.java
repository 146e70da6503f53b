package dev.students.docs.internal.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.students.docs.LivingDocumentationException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a file of messages line by line. A line that cannot be read is noted and costs that line
 * only; blank lines and a byte order mark are no fault.
 */
final class MessageFile {

  static final String NAME = "messages.ndjson";

  /** A line that could not be read. */
  record UnreadableLine(long number, String reason) {}

  /**
   * How lines begin that say nothing the pages show. They are half of a file, and parsing is half
   * of the time.
   */
  private static final List<String> UNUSED =
      Stream.of("source", "testStepStarted", "stepDefinition", "parameterType", "suggestion")
          .map(message -> "{\"" + message + "\":")
          .toList();

  private final Path file;
  private final List<UnreadableLine> unreadable = new ArrayList<>();
  private long read;

  MessageFile(Path file) {
    this.file = file;
  }

  /** The lines that could not be read, in their order. */
  List<UnreadableLine> unreadable() {
    return unreadable;
  }

  /**
   * Hands each message to the consumer, which may refuse it by an {@link
   * UnreadableMessageException}.
   *
   * @throws LivingDocumentationException when not a single line is a message
   */
  void forEach(Consumer<Message> consumer) {
    long number = 0;
    // Half a letter at the end must not take the lines before it along, as a strict decoder would.
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        accept(number, number == 1 ? line.replaceFirst("^\ufeff", "") : line, consumer);
      }
    } catch (IOException e) {
      unreadable.add(new UnreadableLine(number + 1, "the file cannot be read: " + e.getMessage()));
    }
    if (read == 0 && !unreadable.isEmpty()) {
      throw new LivingDocumentationException(
          NAME
              + " does not hold Cucumber messages: line "
              + unreadable.get(0).number()
              + " cannot be read: "
              + unreadable.get(0).reason());
    }
  }

  private void accept(long number, String line, Consumer<Message> consumer) {
    if (line.isBlank()) {
      return;
    }
    if (UNUSED.stream().anyMatch(line::startsWith)) {
      read++;
      return;
    }
    try {
      consumer.accept(parse(line));
      read++;
    } catch (UnreadableMessageException e) {
      unreadable.add(new UnreadableLine(number, String.valueOf(e.getMessage())));
    }
  }

  private static Message parse(String line) {
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(json);
      if (!element.isJsonObject() || json.peek() != JsonToken.END_DOCUMENT) {
        throw new UnreadableMessageException("it is not one JSON object");
      }
      return new Message(element.getAsJsonObject());
    } catch (JsonParseException | IOException e) {
      throw new UnreadableMessageException(
          isCutOff(e) || (e.getCause() != null && isCutOff(e.getCause()))
              ? "it ends in the middle of a JSON object"
              : "it is not one JSON object");
    }
  }

  private static boolean isCutOff(Throwable e) {
    return e instanceof EOFException || String.valueOf(e.getMessage()).contains("Unterminated");
  }
}
