package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All data about one person as one JSON document. */
public record PersonalDataDocument(ConsistentReads reads, StudentId student) {

  /** Writes the document, unless there is no data. */
  public boolean write(OutputStream out) {
    ItemKey key = Keys.student(student);
    Map<String, AttributeValue> item = reads.item(key);
    if (item.isEmpty() && reads.partition(key.partition()).findFirst().isEmpty()) {
      return false;
    }
    try {
      JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(json, item, key.partition());
      json.writeRaw('\n');
      json.flush();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonGenerator json, Map<String, AttributeValue> item, String partition)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("studentId", student.value());
    json.writeFieldName("student");
    if (item.isEmpty()) {
      json.writeNull();
    } else {
      PlainJson.write(json, item);
    }
    List<Map<String, AttributeValue>> other = new ArrayList<>();
    json.writeArrayFieldStart("awards");
    Iterator<Map<String, AttributeValue>> items = reads.partition(partition).iterator();
    while (items.hasNext()) {
      Map<String, AttributeValue> each = items.next();
      ItemKey key = ItemKey.of(each);
      if (Keys.isAward(key)) {
        PlainJson.write(json, each);
      } else if (!key.sort().equals(partition)) {
        other.add(each);
      }
    }
    json.writeEndArray();
    writeAll(json, "reservations", reservations(item));
    writeAll(json, "other", other);
    json.writeEndObject();
  }

  private List<Map<String, AttributeValue>> reservations(Map<String, AttributeValue> item) {
    List<ItemKey> keys =
        StoredItem.read(item) instanceof StoredItem.OfStudent found
            ? Keys.reservations(found.student().email())
            : List.of();
    return keys.stream()
        .map(reads::item)
        .filter(
            it ->
                StoredItem.read(it) instanceof StoredItem.Reservation reservation
                    && reservation.student().equals(student))
        .toList();
  }

  private static void writeAll(
      JsonGenerator json, String field, List<Map<String, AttributeValue>> items)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Map<String, AttributeValue> each : items) {
      PlainJson.write(json, each);
    }
    json.writeEndArray();
  }
}
