package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.students.operations.TableExportException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads a JSON object without nested values, such as a manifest. */
final class FlatJson {

  private static final JsonFactory JSON = new JsonFactory();

  private FlatJson() {}

  /** Returns the members as text; nulls are omitted. */
  static Map<String, String> read(byte[] bytes) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw notJson();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw notJson();
    }
    return members;
  }

  private static TableExportException notJson() {
    return new TableExportException("A manifest of the export is not JSON");
  }
}
