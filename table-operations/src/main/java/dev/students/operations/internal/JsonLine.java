package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.students.operations.Column;
import dev.students.operations.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a line that is a JSON object; what is not imported may be nested. */
record JsonLine(ImportSettings settings) {

  private static final JsonFactory JSON =
      new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  Fields fields(String line) {
    Map<String, String> members = members(line);
    Map<Column, String> fields = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String value = members.get(settings.nameOf(column));
      if (column.isImported() && value != null) {
        fields.put(column, value.strip());
      }
    }
    String idSource = settings.idFrom().map(it -> members.getOrDefault(it, "")).orElse("");
    if (fields.isEmpty() && idSource.isBlank()) {
      throw LineRejectedException.ofLine(
          Refusal.INVALID_VALUE, "must have a member with the name of a field");
    }
    if (fields.containsKey(Column.AWARD_ID)
        && fields.containsKey(Column.XP)
        && !fields.containsKey(Column.OPENING_XP)) {
      throw LineRejectedException.totalBesideAwards();
    }
    // Beside an award there is no sum that is to be given as a whole.
    boolean hasAwards =
        fields.containsKey(Column.AWARD_ID) || fields.containsKey(Column.OPENING_XP);
    return new Fields(fields, idSource.strip(), hasAwards);
  }

  private Map<String, String> members(String line) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, "must be a JSON object");
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isStructStart()) {
          expect(!isImported(name), "must have a plain value for each field");
          json.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          members.put(name, json.getText());
        }
      }
      expect(json.nextToken() == null, "must be one JSON object");
    } catch (JsonProcessingException e) {
      throw LineRejectedException.ofLine(
          Refusal.SYNTAX, "must be well-formed JSON, with each name once");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  private boolean isImported(String name) {
    return settings.idFrom().filter(name::equals).isPresent()
        || Stream.of(Column.values())
            .filter(Column::isImported)
            .map(settings::nameOf)
            .anyMatch(name::equals);
  }

  private static void expect(boolean holds, String rule) {
    if (!holds) {
      throw LineRejectedException.ofLine(Refusal.SYNTAX, rule);
    }
  }
}
