package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes items as plain JSON: numbers as numbers, binary values as base64, attributes ordered by
 * name.
 */
final class PlainJson {

  private PlainJson() {}

  static void write(JsonGenerator json, Map<String, AttributeValue> attributes) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> each : new TreeMap<>(attributes).entrySet()) {
      json.writeFieldName(each.getKey());
      write(json, each.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AttributeValue value) throws IOException {
    switch (value.type()) {
      case S -> json.writeString(value.s());
      case N -> json.writeNumber(new BigDecimal(value.n()));
      case BOOL -> json.writeBoolean(value.bool());
      case B -> json.writeBinary(value.b().asByteArrayUnsafe());
      case M -> write(json, value.m());
      case L -> writeAll(json, value.l());
      case SS -> writeAll(json, value.ss().stream().map(AttributeValue::fromS).toList());
      case NS -> writeAll(json, value.ns().stream().map(AttributeValue::fromN).toList());
      case BS -> writeAll(json, value.bs().stream().map(PlainJson::bytes).toList());
      default -> json.writeNull();
    }
  }

  private static AttributeValue bytes(SdkBytes bytes) {
    return AttributeValue.fromB(bytes);
  }

  private static void writeAll(JsonGenerator json, List<AttributeValue> values) throws IOException {
    json.writeStartArray();
    for (AttributeValue value : values) {
      write(json, value);
    }
    json.writeEndArray();
  }
}
