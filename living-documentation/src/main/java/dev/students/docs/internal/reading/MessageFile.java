package dev.students.docs.internal.reading;

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
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a file of messages line by line. A line that cannot be read is noted and costs that line
 * only; blank lines and a byte order mark are no fault.
 */
final class MessageFile {

  /** What the file is called unless a run has several. */
  static final String NAME = "messages.ndjson";

  /** A line that could not be read. */
  record UnreadableLine(Path file, long number, String reason) {}

  /**
   * How lines begin that say nothing the pages show. They are half of a file, and making objects of
   * them would be a third of the time.
   */
  private static final List<String> UNUSED =
      Stream.of("source", "testStepStarted", "stepDefinition", "parameterType", "suggestion")
          .map(message -> "{\"" + message + "\":")
          .toList();

  private static final String REPLACEMENT = "\ufffd";

  private final Path file;
  private final List<UnreadableLine> unreadable = new ArrayList<>();
  private boolean damaged;
  private long read;

  MessageFile(Path file) {
    this.file = file;
  }

  /** The files of a folder that hold messages, in the order of their names. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(MessageFile::isOne).sorted().toList();
    } catch (IOException e) {
      throw new LivingDocumentationException(folder + " cannot be listed", e);
    }
  }

  /** Whether it is called like a file of messages. */
  static boolean isOne(Path file) {
    return file.toString().endsWith(".ndjson") && Files.isRegularFile(file);
  }

  /** Whether its name says that it holds messages, perhaps compressed or under an older name. */
  static boolean isNamedAlike(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).contains(".ndjson");
  }

  /** The lines that could not be read, in their order. */
  List<UnreadableLine> unreadable() {
    return unreadable;
  }

  /** How many messages were read. */
  long read() {
    return read;
  }

  /**
   * Hands each message to the consumer, which may refuse it by an {@link
   * UnreadableMessageException}.
   */
  void forEach(Consumer<Message> consumer) {
    long number = 0;
    try {
      Encoding encoding = Encoding.of(file);
      try (BufferedReader lines = encoding.open()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          accept(number, number == 1 ? withoutMark(line) : line, consumer);
        }
      }
      if (damaged && !encoding.isKept()) {
        unreadable.add(new UnreadableLine(file, number, "some letters up to here are not UTF-8"));
      }
    } catch (IOException e) {
      unreadable.add(
          new UnreadableLine(file, number + 1, "the file cannot be read: " + e.getMessage()));
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith(Encoding.BYTE_ORDER_MARK) ? line.substring(1) : line;
  }

  private void accept(long number, String line, Consumer<Message> consumer) {
    if (line.isBlank()) {
      return;
    }
    try {
      parse(line).ifPresent(consumer);
      read++;
      damaged = damaged || line.contains(REPLACEMENT);
    } catch (UnreadableMessageException e) {
      unreadable.add(new UnreadableLine(file, number, String.valueOf(e.getMessage())));
    }
  }

  /** Empty when it says nothing that the pages show. */
  private static Optional<Message> parse(String line) {
    boolean unused = UNUSED.stream().anyMatch(line::startsWith);
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      Optional<JsonElement> element = Optional.empty();
      if (unused) {
        json.skipValue();
      } else {
        element = Optional.of(JsonParser.parseReader(json));
      }
      if (json.peek() != JsonToken.END_DOCUMENT
          || !element.map(JsonElement::isJsonObject).orElse(true)) {
        throw new UnreadableMessageException("it is not one JSON object");
      }
      return element.map(JsonElement::getAsJsonObject).map(Message::new);
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
