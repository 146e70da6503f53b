package dev.students.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A full export of a table as DynamoDB writes it to S3, in one file. */
final class ExportedItems {

  private ExportedItems() {}

  /** Writes the export. */
  static void write(Path folder, String... lines) throws IOException {
    Path export = folder.resolve("AWSDynamoDB/01-a");
    Path data = Files.createDirectories(export.resolve("data"));
    Files.writeString(data.resolve("items.json"), String.join("\n", lines) + "\n");
    Files.writeString(
        export.resolve("manifest-summary.json"),
        "{\"exportTime\":\"2026-11-01T00:00:00Z\",\"outputFormat\":\"DYNAMODB_JSON\"}");
    Files.writeString(
        export.resolve("manifest-files.json"),
        "{\"itemCount\":%d,\"md5Checksum\":\"\",\"dataFileS3Key\":\"AWSDynamoDB/01-a/data/items.json\"}\n"
            .formatted(lines.length));
  }
}
