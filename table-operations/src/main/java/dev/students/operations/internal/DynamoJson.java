package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.students.operations.ExportedLine;
import dev.students.operations.TableExportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads DynamoDB JSON, in which each value is an object that contains the type and the value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html#S3DataExport.Output_Data">DynamoDB
 *     JSON</a>
 */
public final class DynamoJson {

  private static final JsonFactory JSON = new JsonFactory();

  private DynamoJson() {}

  /**
   * Reads a line of a full or an incremental export.
   *
   * @throws TableExportException if it is neither
   */
  public static ExportedLine line(byte[] line) {
    Map<String, AttributeValue> item = null;
    Map<String, AttributeValue> keys = null;
    try (JsonParser json = JSON.createParser(line)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "Item", "NewImage" -> item = attributes(json);
          case "Keys" -> keys = attributes(json);
          default -> json.skipChildren();
        }
      }
      expect(json.currentToken() == JsonToken.END_OBJECT);
    } catch (IOException e) {
      throw notDynamoJson();
    }
    return new ExportedLine(keyed(keys, item), Optional.ofNullable(item));
  }

  private static Map<String, AttributeValue> keyed(
      @Nullable Map<String, AttributeValue> keys, @Nullable Map<String, AttributeValue> item) {
    if (keys != null) {
      return keys;
    }
    if (item != null) {
      return item;
    }
    throw notDynamoJson();
  }

  private static Map<String, AttributeValue> attributes(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT);
    Map<String, AttributeValue> attributes = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      attributes.put(name, value(json));
    }
    return attributes;
  }

  private static AttributeValue value(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT);
    expect(json.nextToken() == JsonToken.FIELD_NAME);
    String type = json.currentName();
    json.nextToken();
    AttributeValue value =
        switch (type) {
          case "S" -> AttributeValue.fromS(json.getText());
          case "N" -> AttributeValue.fromN(json.getText());
          case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
          case "NULL" -> AttributeValue.fromNul(true);
          case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(json.getBinaryValue()));
          case "M" -> AttributeValue.fromM(attributes(json));
          case "L" -> AttributeValue.fromL(values(json));
          case "SS" -> AttributeValue.fromSs(texts(json));
          case "NS" -> AttributeValue.fromNs(texts(json));
          case "BS" -> AttributeValue.fromBs(binaries(json));
          default -> throw notDynamoJson();
        };
    expect(json.nextToken() == JsonToken.END_OBJECT);
    return value;
  }

  private static List<AttributeValue> values(JsonParser json) throws IOException {
    List<AttributeValue> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }

  private static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.getText());
    }
    return texts;
  }

  private static List<SdkBytes> binaries(JsonParser json) throws IOException {
    List<SdkBytes> binaries = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      binaries.add(SdkBytes.fromByteArray(json.getBinaryValue()));
    }
    return binaries;
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw notDynamoJson();
    }
  }

  private static TableExportException notDynamoJson() {
    return new TableExportException("A line of the export is not an item in DynamoDB JSON");
  }
}
