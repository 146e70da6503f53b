package dev.students.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes exports as DynamoDB writes them to S3. */
final class ExportFolder {

  private final Path root;

  ExportFolder(Path root) {
    this.root = root.resolve("prefix/AWSDynamoDB");
  }

  /** Writes a full export of a table in several files. */
  void full(TestTable table, String time) {
    full("01-full", table, time);
  }

  void full(String id, TestTable table, String time) {
    List<String> lines = new ArrayList<>();
    table.items().values().forEach(item -> lines.add("{\"Item\":" + json(item) + "}"));
    write(
        id,
        id + "/data",
        """
        {"version":"2020-06-30","tableArn":"%s","tableId":"%s","exportTime":"%s","s3SseKmsKeyId":null,"itemCount":%d,"outputFormat":"DYNAMODB_JSON"}
        """
            .formatted(arn(table), table.name, time, lines.size()),
        lines);
  }

  /** Writes an incremental export of the differences between two tables. */
  void incremental(
      String id,
      String from,
      String to,
      Map<String, Map<String, AttributeValue>> before,
      Map<String, Map<String, AttributeValue>> after) {
    List<String> lines = new ArrayList<>();
    after.forEach(
        (key, item) -> {
          if (!item.equals(before.get(key))) {
            lines.add(line(item, ",\"NewImage\":" + json(item)));
          }
        });
    before.forEach(
        (key, item) -> {
          if (!after.containsKey(key)) {
            lines.add(line(item, ",\"OldImage\":" + json(item)));
          }
        });
    write(
        id,
        "data",
        """
        {"version":"2023-08-01","exportType":"INCREMENTAL_EXPORT","exportFromTime":"%s","exportToTime":"%s","itemCount":%d,"outputFormat":"DYNAMODB_JSON"}
        """
            .formatted(from, to, lines.size()),
        lines);
  }

  private static String arn(TestTable table) {
    return "arn:aws:dynamodb:us-east-1:123456789012:table/" + table.name;
  }

  private static String line(Map<String, AttributeValue> item, String image) {
    return "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"1680109764000000\"}},\"Keys\":"
        + json(ItemKey.of(item).attributes())
        + image
        + "}";
  }

  private void write(String id, String data, String summary, List<String> lines) {
    try {
      Files.createDirectories(root.resolve(id));
      Files.createDirectories(root.resolve(data));
      Files.writeString(root.resolve(id).resolve("manifest-summary.json"), summary);
      StringBuilder files = new StringBuilder();
      int third = lines.size() / 3 + 1;
      for (int from = 0; from < lines.size(); from += third) {
        List<String> part = lines.subList(from, Math.min(lines.size(), from + third));
        String name = id + "-" + from + ".json.gz";
        byte[] bytes = zipped(part);
        Files.write(root.resolve(data).resolve(name), bytes);
        files.append(
            "{\"itemCount\":%d,\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"prefix/AWSDynamoDB/%s/%s\"}\n"
                .formatted(part.size(), md5(bytes), data, name));
      }
      Files.writeString(root.resolve(id).resolve("manifest-files.json"), files.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      for (String line : lines) {
        zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Map<String, AttributeValue> item) {
    List<String> members = new ArrayList<>();
    item.forEach((name, value) -> members.add("\"%s\":%s".formatted(name, json(value))));
    return "{" + String.join(",", members) + "}";
  }

  private static String json(AttributeValue value) {
    return switch (value.type()) {
      case S -> "{\"S\":\"%s\"}".formatted(value.s());
      case N -> "{\"N\":\"%s\"}".formatted(value.n());
      case BOOL -> "{\"BOOL\":%s}".formatted(value.bool());
      case B ->
          "{\"B\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(value.b().asByteArray()));
      default -> throw new IllegalArgumentException(value.type().toString());
    };
  }
}
