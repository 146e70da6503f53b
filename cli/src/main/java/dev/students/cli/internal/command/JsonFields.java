package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Writes a flat JSON object whose members another module names. */
final class JsonFields {

  private JsonFields() {}

  /**
   * Writes the object as a member of the one that is being written.
   *
   * @param members strings, numbers, booleans and nulls
   */
  static void write(JsonGenerator json, String name, Map<String, Object> members)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Object> member : members.entrySet()) {
      json.writeObjectField(member.getKey(), member.getValue());
    }
    json.writeEndObject();
  }
}
