package dev.students.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.data.StudentId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Findings as JSON: the form that commands and jobs write alike. */
public final class FindingJson {

  private static final JsonFactory JSON = new JsonFactory();

  private FindingJson() {}

  /** The finding as an object on one line, without a line break. */
  public static String line(Finding finding) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      writeMembers(finding, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the members into an object that has already been started. */
  public static void writeMembers(Finding finding, JsonGenerator json) throws IOException {
    json.writeStringField("kind", finding.kind().word());
    json.writeBooleanField("broken", finding.kind().isBroken());
    json.writeStringField("key", finding.key().masked());
    json.writeArrayFieldStart("students");
    for (StudentId student : finding.students()) {
      json.writeString(student.value());
    }
    json.writeEndArray();
    if (finding.attribute().isPresent()) {
      json.writeStringField("attribute", finding.attribute().get());
    }
    if (finding.detail().isPresent()) {
      json.writeStringField("detail", finding.detail().get());
    }
    json.writeStringField("advice", finding.kind().advice());
  }
}
