package dev.students.docs.internal.reading;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.Run;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code run.json}: which run it was, where, when and of which commit. What it does not say
 * is taken from the messages.
 */
final class RunFacts {

  static final String NAME = "run.json";

  private static final List<String> MEMBERS =
      List.of(
          "environment", "time", "commit", "build", "directory", "rerun", "rawReport", "partial");

  private static final String ONE_ENVIRONMENT = "default";

  private final Message facts;
  private final MessageFacts messages;

  private RunFacts(Message facts, MessageFacts messages) {
    this.facts = facts;
    this.messages = messages;
  }

  /**
   * The facts of a run.
   *
   * @throws LivingDocumentationException when {@code run.json} exists and is wrong
   */
  static Run read(Path folder) {
    Path file = folder.resolve(NAME);
    MessageFacts messages = MessageFacts.read(MessageFile.in(folder).get(0));
    if (!Files.exists(file)) {
      return new RunFacts(new Message(new JsonObject()), messages).toRun(folder);
    }
    try (Reader reader = Encoding.of(file).open()) {
      JsonElement parsed = JsonParser.parseReader(reader);
      if (!parsed.isJsonObject()) {
        throw new LivingDocumentationException(NAME + " is not a JSON object");
      }
      return new RunFacts(checked(parsed.getAsJsonObject()), messages).toRun(folder);
    } catch (IOException | JsonParseException e) {
      throw new LivingDocumentationException(NAME + " is not a JSON object", e);
    }
  }

  /**
   * A null is as good as nothing; anything else of a wrong type is a mistake to be told, and so is
   * a name in other letters: a partial run that is taken for a whole one would remove features.
   */
  private static Message checked(JsonObject facts) {
    for (String member : facts.keySet()) {
      if (!MEMBERS.contains(member)) {
        MEMBERS.stream()
            .filter(member::equalsIgnoreCase)
            .findFirst()
            .ifPresent(
                known -> {
                  throw wrong(member, "must be written \"" + known + "\"");
                });
      }
      JsonElement value = facts.get(member);
      if (member.equals("partial")) {
        if (!value.isJsonNull()
            && !(value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean())) {
          throw wrong(member, "must be true or false");
        }
      } else if (value.isJsonObject() || value.isJsonArray()) {
        throw wrong(member, "must be a string");
      }
    }
    return new Message(facts);
  }

  private Run toRun(Path folder) {
    String environment = facts.text("environment");
    return new Run(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        folder,
        environment.isBlank() ? ONE_ENVIRONMENT : environment,
        facts.optionalText("commit").orElse(messages.commit()),
        time(),
        build(facts.optionalText("build").orElse(messages.build())),
        facts.text("directory"),
        facts.text("rerun"),
        rawReport(folder.normalize()),
        facts.truth("partial").orElse(false));
  }

  /** Only a file of the run itself. */
  private Optional<Path> rawReport(Path folder) {
    return Optional.of(facts.text("rawReport"))
        .filter(name -> !name.isEmpty())
        .map(name -> folder.resolve(name).normalize())
        .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
  }

  private Instant time() {
    String time = facts.text("time");
    if (time.isEmpty()) {
      return messages.time();
    }
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw wrong("time", "must be like 2026-11-23T22:00:00Z, but is \"" + time + "\"");
    }
  }

  /** Only an address of the web becomes a link: anything else could be a script. */
  private static Optional<URI> build(String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw wrong("build", "must be an address or empty, but is \"" + address + "\"");
    }
  }

  private static LivingDocumentationException wrong(String field, String rule) {
    return new LivingDocumentationException(NAME + ": \"" + field + "\" " + rule);
  }
}
