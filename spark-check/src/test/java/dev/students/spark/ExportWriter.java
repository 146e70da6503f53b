package dev.students.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an export as DynamoDB writes it to S3: manifests, and gzipped files of DynamoDB JSON over
 * which the items are spread without any order. Not thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">DynamoDB
 *     table export output format</a>
 */
final class ExportWriter implements AutoCloseable {

  private final Path folder;
  private final String id;
  private final String data;
  private final String summary;
  private final List<DataFile> files = new ArrayList<>();
  private long lines;

  private ExportWriter(Path root, String id, String data, int fileCount, String summary) {
    this.folder = root.resolve("prefix/AWSDynamoDB");
    this.id = id;
    this.data = data;
    this.summary = summary;
    try {
      Files.createDirectories(folder.resolve(id));
      Files.createDirectories(folder.resolve(data));
      for (int i = 0; i < fileCount; i++) {
        files.add(new DataFile(folder.resolve(data).resolve(id + "-" + i + ".json.gz")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A full export, in so many files. */
  static ExportWriter full(Path root, int files) {
    return new ExportWriter(
        root,
        "01-full",
        "01-full/data",
        files,
        "{\"version\":\"2020-06-30\",\"exportTime\":\"2026-01-02T00:00:00Z\","
            + "\"outputFormat\":\"DYNAMODB_JSON\"}");
  }

  /** The incremental export of the day after. */
  static ExportWriter incremental(Path root) {
    return new ExportWriter(
        root,
        "02",
        "data",
        2,
        "{\"version\":\"2023-08-01\",\"exportType\":\"INCREMENTAL_EXPORT\","
            + "\"exportFromTime\":\"2026-01-02T00:00:00Z\","
            + "\"exportToTime\":\"2026-01-03T00:00:00Z\",\"outputFormat\":\"DYNAMODB_JSON\"}");
  }

  /** An item of a full export. */
  void item(TestItem item) {
    line("{\"Item\":" + item.json() + "}");
  }

  /** What an item has become. */
  void changed(TestItem item) {
    line("{\"Keys\":" + item.keyJson() + ",\"NewImage\":" + item.json() + "}");
  }

  /** An item that is gone. */
  void removed(TestItem item) {
    line("{\"Keys\":" + item.keyJson() + ",\"OldImage\":" + item.json() + "}");
  }

  private void line(String json) {
    files.get((int) (lines++ % files.size())).line(json);
  }

  @Override
  public void close() {
    StringBuilder manifest = new StringBuilder();
    for (DataFile file : files) {
      manifest.append(
          "{\"itemCount\":%d,\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"prefix/AWSDynamoDB/%s/%s\"}%n"
              .formatted(file.lines, file.close(), data, file.path.getFileName()));
    }
    try {
      Files.writeString(folder.resolve(id).resolve("manifest-files.json"), manifest);
      Files.writeString(folder.resolve(id).resolve("manifest-summary.json"), summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file of items. */
  private static final class DataFile {

    private final Path path;
    private final MessageDigest md5 = md5();
    private final OutputStream out;
    private long lines;

    DataFile(Path path) throws IOException {
      this.path = path;
      this.out =
          new BufferedOutputStream(
              new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(path), md5)));
    }

    void line(String json) {
      try {
        out.write(json.getBytes(UTF_8));
        out.write('\n');
        lines++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Base64.getEncoder().encodeToString(md5.digest());
    }

    private static MessageDigest md5() {
      try {
        return MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
