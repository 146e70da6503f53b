package dev.students.operations.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.operations.ExportDataFile;
import dev.students.operations.ExportFiles;
import dev.students.operations.TableExportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One export: the content of its manifests, and where its files are.
 *
 * @param from the start of the period of an incremental export; the time of a full one
 * @param to the end of the period of an incremental export; the time of a full one
 * @param table the id of the table; empty when unknown
 */
public record ExportManifest(
    boolean isFull, Instant from, Instant to, String table, List<ExportDataFile> files) {

  private static final String SUMMARY = "manifest-summary.json";
  private static final String FILES = "manifest-files.json";
  private static final String ITEMS = "itemCount";

  /** The latest full export among files, and the incremental ones that follow it. */
  public static List<ExportManifest> chain(ExportFiles stored) {
    List<ExportManifest> all = all(stored);
    requireOneTable(all);
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

  /** An id is of one table only, which a name is not once the table was replaced. */
  private static void requireOneTable(List<ExportManifest> all) {
    long tables =
        all.stream().map(ExportManifest::table).filter(id -> !id.isEmpty()).distinct().count();
    if (tables > 1) {
      throw new TableExportException(
          "The folder has exports of several tables: keep those of each table in a folder of their"
              + " own");
    }
  }

  private static List<ExportManifest> all(ExportFiles stored) {
    Set<String> names = new HashSet<>(stored.names());
    return names.stream()
        .filter(name -> name.equals(SUMMARY) || name.endsWith("/" + SUMMARY))
        .sorted()
        .map(summary -> read(stored, names, summary))
        .toList();
  }

  private static ExportManifest read(ExportFiles stored, Set<String> names, String summary) {
    String folder = parent(summary);
    Map<String, String> values = FlatJson.read(bytes(stored, summary));
    if (!values.getOrDefault("outputFormat", "DYNAMODB_JSON").equals("DYNAMODB_JSON")) {
      throw new TableExportException(
          "The export is not in DynamoDB JSON: export it in that format");
    }
    boolean isFull = !"INCREMENTAL_EXPORT".equals(values.get("exportType"));
    Instant to = time(values, isFull ? "exportTime" : "exportToTime");
    Instant from = isFull ? to : time(values, "exportFromTime");
    List<ExportDataFile> files =
        new String(bytes(stored, folder + FILES), UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> dataFile(names, folder, FlatJson.read(line.getBytes(UTF_8))))
            .toList();
    long items = files.stream().mapToLong(ExportDataFile::items).sum();
    if (values.containsKey(ITEMS) && number(values, ITEMS) != items) {
      throw new TableExportException(
          "The export's %s differs from its summary: copy it again".formatted(FILES));
    }
    return new ExportManifest(isFull, from, to, values.getOrDefault("tableId", ""), files);
  }

  private static byte[] bytes(ExportFiles stored, String name) {
    try (InputStream in = stored.open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant time(Map<String, String> values, String name) {
    String text = values.get(name);
    if (text == null) {
      throw new TableExportException("The summary of the export has no " + name);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TableExportException(
          "The %s in a manifest of the export is not a time".formatted(name));
    }
  }

  private static long number(Map<String, String> values, String name) {
    try {
      return Long.parseLong(values.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      throw new TableExportException(
          "The %s in a manifest of the export is not a whole number".formatted(name));
    }
  }

  /** Files of a full export are beside its manifests, those of incremental ones a folder above. */
  private static ExportDataFile dataFile(
      Set<String> names, String folder, Map<String, String> values) {
    String key = values.getOrDefault("dataFileS3Key", "");
    String name = key.substring(key.lastIndexOf('/') + 1);
    String above = folder.isEmpty() ? "" : parent(folder.substring(0, folder.length() - 1));
    String found =
        Stream.of(folder, above)
            .map(data -> data + "data/" + name)
            .filter(names::contains)
            .findFirst()
            .orElseThrow(
                () -> new TableExportException("The export's file %s is missing".formatted(name)));
    return new ExportDataFile(
        found, 0, number(values, ITEMS), values.getOrDefault("md5Checksum", ""));
  }

  /** The folder of a file, with a slash at its end; empty for the root. */
  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
