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
import java.util.Optional;

/** Reads {@code run.json}: which run it was, where, when and of which commit. */
final class RunFacts {

  static final String FILE = "run.json";

  private final Path file;
  private final JsonObject facts;

  private RunFacts(Path file, JsonObject facts) {
    this.file = file;
    this.facts = facts;
  }

  static Run read(Path folder) {
    Path file = folder.resolve(FILE);
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonElement parsed = JsonParser.parseReader(reader);
      if (!parsed.isJsonObject()) {
        throw new LivingDocumentationException(file + ": expected a JSON object");
      }
      return new RunFacts(file, parsed.getAsJsonObject()).toRun(folder);
    } catch (IOException | JsonParseException e) {
      throw new LivingDocumentationException(
          file + " cannot be read as JSON: " + e.getMessage(), e);
    }
  }

  private Run toRun(Path folder) {
    String environment = text("environment");
    if (environment.isBlank()) {
      throw wrong("environment", "must name where the run took place");
    }
    return new Run(
        String.valueOf(folder.getFileName()),
        folder,
        text("target"),
        environment,
        text("commit"),
        time(),
        build(),
        Path.of(text("directory")).toAbsolutePath(),
        text("rerun"),
        rawReport(folder.normalize()),
        facts.has("partial") && facts.get("partial").getAsBoolean());
  }

  /** Only a file of the run itself. */
  private Optional<Path> rawReport(Path folder) {
    return Optional.of(text("rawReport"))
        .filter(name -> !name.isEmpty())
        .map(name -> folder.resolve(name).normalize())
        .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
  }

  private Instant time() {
    try {
      return Instant.parse(text("time"));
    } catch (DateTimeParseException e) {
      throw wrong("time", "must be like 2026-11-23T22:00:00Z, but is \"" + text("time") + "\"");
    }
  }

  /** Only an address of the web becomes a link: anything else could be a script. */
  private Optional<URI> build() {
    String address = text("build");
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw wrong("build", "must be an address or empty, but is \"" + address + "\"");
    }
  }

  private String text(String field) {
    JsonElement value = facts.get(field);
    if (value == null || value.isJsonNull()) {
      return "";
    }
    if (!value.isJsonPrimitive()) {
      throw wrong(field, "must be a string");
    }
    return value.getAsString();
  }

  private LivingDocumentationException wrong(String field, String rule) {
    return new LivingDocumentationException(file + ": \"" + field + "\" " + rule);
  }
}
