package dev.students.infra.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.infra.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads JSON in which no key stands twice in one object. The CDK CLI, like most programs, would
 * silently take the last of them.
 */
public final class StrictJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StrictJson() {}

  /**
   * Reads a text.
   *
   * @param path what messages call the whole of it; may be empty
   * @throws InvalidSettingException when it is not JSON, or a key is doubled at any depth
   */
  public static JsonNode read(String path, String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      refuseDoubledKeys(path, parser);
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new InvalidSettingException(
          path.isEmpty() ? "cdk.json" : path, "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseDoubledKeys(String path, JsonParser parser) throws IOException {
    Map<JsonPointer, Set<String>> seen = new HashMap<>();
    boolean ended = false;
    while (parser.nextToken() != null) {
      if (ended) {
        throw new InvalidSettingException(
            path.isEmpty() ? "cdk.json" : path, "is not JSON: something follows its end");
      }
      switch (parser.currentToken()) {
        case START_OBJECT -> seen.put(parser.getParsingContext().pathAsPointer(), new HashSet<>());
        case FIELD_NAME -> {
          JsonPointer key = parser.getParsingContext().pathAsPointer();
          JsonPointer parent = key.head();
          if (!seen.computeIfAbsent(parent, it -> new HashSet<>()).add(parser.currentName())) {
            throw new InvalidSettingException(
                dotted(path, key), "stands twice; only the last would count");
          }
        }
        default -> {}
      }
      ended = parser.getParsingContext().inRoot() && !parser.currentToken().isStructStart();
    }
  }

  private static String dotted(String path, JsonPointer key) {
    StringBuilder dotted = new StringBuilder(path);
    for (JsonPointer at = key; !at.matches(); at = at.tail()) {
      dotted.append(dotted.isEmpty() ? "" : ".").append(at.getMatchingProperty());
    }
    return dotted.toString();
  }
}
