package dev.students.operations.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.operations.TableExportException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One export: what its manifests say, and where its files are.
 *
 * @param from from when changes are in it; of a full export, when it was made
 * @param to until when changes are in it; of a full export, when it was made
 */
public record ExportManifest(
    Path summary, boolean isFull, Instant from, Instant to, long items, List<DataFile> files) {

  private static final String SUMMARY = "manifest-summary.json";
  private static final int DEEPEST = 12;
  private static final int BUFFER = 64 * 1024;

  /** A file of items. */
  private record DataFile(Path path, long items, String md5) {}

  /** The latest full export in a folder and the incremental ones that follow it. */
  public static List<ExportManifest> chain(Path folder) {
    List<ExportManifest> all = all(folder);
    ExportManifest full =
        all.stream()
            .filter(ExportManifest::isFull)
            .max(Comparator.comparing(ExportManifest::to))
            .orElseThrow(
                () ->
                    new TableExportException(
                        "There is no full export in the folder: an incremental one says what"
                            + " changed, not what the table holds"));
    List<ExportManifest> chain = new ArrayList<>(List.of(full));
    Instant until = full.to();
    for (ExportManifest next :
        all.stream()
            .filter(export -> !export.isFull() && export.to().isAfter(full.to()))
            .sorted(Comparator.comparing(ExportManifest::to))
            .toList()) {
      if (next.from().isAfter(until)) {
        throw new TableExportException(
            "No export in the folder has the changes from %s to %s".formatted(until, next.from()));
      }
      chain.add(next);
      until = next.to();
    }
    return chain;
  }

  private static List<ExportManifest> all(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(file -> file.endsWith(SUMMARY))
          .sorted()
          .map(ExportManifest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExportManifest read(Path summary) {
    try {
      Map<String, String> values = FlatJson.read(Files.readAllBytes(summary));
      if (!values.getOrDefault("outputFormat", "DYNAMODB_JSON").equals("DYNAMODB_JSON")) {
        throw new TableExportException("The export is not in DynamoDB JSON: make it so");
      }
      boolean isFull = !"INCREMENTAL_EXPORT".equals(values.get("exportType"));
      Instant to = time(values, isFull ? "exportTime" : "exportToTime");
      Instant from = isFull ? to : time(values, "exportFromTime");
      List<DataFile> files = new ArrayList<>();
      for (String line : Files.readAllLines(summary.resolveSibling("manifest-files.json"))) {
        if (!line.isBlank()) {
          files.add(dataFile(summary, FlatJson.read(line.getBytes(UTF_8))));
        }
      }
      long items = files.stream().mapToLong(DataFile::items).sum();
      return new ExportManifest(summary, isFull, from, to, items, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant time(Map<String, String> values, String name) {
    String text = values.get(name);
    if (text == null) {
      throw new TableExportException("The summary of the export has no " + name);
    }
    return Instant.parse(text);
  }

  /** Files of a full export are beside its manifests, those of incremental ones a folder above. */
  private static DataFile dataFile(Path summary, Map<String, String> values) {
    String key = values.getOrDefault("dataFileS3Key", "");
    String name = key.substring(key.lastIndexOf('/') + 1);
    Path path =
        Stream.of(summary.resolveSibling("data"), summary.resolveSibling("../data"))
            .map(data -> data.resolve(name))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(
                () -> new TableExportException("The export's file %s is missing".formatted(name)));
    return new DataFile(
        path,
        Long.parseLong(values.getOrDefault("itemCount", "0")),
        values.getOrDefault("md5Checksum", ""));
  }

  /** Reads every line of items. */
  public void forEachLine(Consumer<byte[]> consumer) {
    files.forEach(file -> forEachLine(file, consumer));
  }

  private static void forEachLine(DataFile file, Consumer<byte[]> consumer) {
    String name = file.path().getFileName().toString();
    MessageDigest md5 = md5();
    long lines = 0;
    try (InputStream raw = new DigestInputStream(Files.newInputStream(file.path()), md5);
        InputStream in = new BufferedInputStream(unzipped(raw, name), BUFFER)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.write(c);
        } else if (line.size() > 0) {
          consumer.accept(line.toByteArray());
          lines++;
          line.reset();
        }
      }
      if (line.size() > 0) {
        consumer.accept(line.toByteArray());
        lines++;
      }
      raw.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | EOFException e) {
      throw new TableExportException("The export's file %s is not whole".formatted(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String found = Base64.getEncoder().encodeToString(md5.digest());
    if (lines != file.items() || (!file.md5().isEmpty() && !file.md5().equals(found))) {
      throw new TableExportException(
          "The export's file %s is not what its manifest says: copy it again".formatted(name));
    }
  }

  private static InputStream unzipped(InputStream in, String name) throws IOException {
    return name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** What the manifest has; it tells a bad copy, and no more. */
  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
