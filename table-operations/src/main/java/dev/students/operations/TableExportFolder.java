package dev.students.operations;

import dev.students.operations.internal.FolderFiles;
import dev.students.operations.internal.SpilledGroups;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of an export that DynamoDB made of a table to S3, copied to a folder: a full export in
 * DynamoDB JSON, and any incremental ones that follow it without a gap, which are applied in order.
 *
 * <p>The copy keeps the form that the export has in the bucket ({@code
 * AWSDynamoDB/<id>/manifest-summary.json} and so on), below that folder at any place. Files are
 * compared with their checksums and numbers of items, and all exports must be of one table.
 *
 * <p>Items of one partition are not together in an export. They are sorted by way of encrypted
 * temporary files as large as the export is unzipped; what is held in memory is 1/256 of that. From
 * some ten million students on, expect hours.
 *
 * <p>Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">DynamoDB
 *     table export output format</a>
 */
public final class TableExportFolder implements ItemSource {

  private final FolderFiles stored;
  private final List<ExportDataFile> files;

  private TableExportFolder(FolderFiles stored, List<ExportDataFile> files) {
    this.stored = stored;
    this.files = files;
  }

  /**
   * The exports in that folder.
   *
   * @throws TableExportException when there is no full export in it, an incremental one is missing
   *     in between, they are of several tables, a manifest is not whole, or a format is not
   *     DynamoDB JSON
   * @throws java.io.UncheckedIOException when the folder cannot be read
   */
  public static TableExportFolder open(Path folder) {
    FolderFiles stored = new FolderFiles(folder);
    return new TableExportFolder(stored, ExportDataFile.of(stored));
  }

  /** How many items the exports have; an item that changed counts once more for each change. */
  public long items() {
    return files.stream().mapToLong(ExportDataFile::items).sum();
  }

  /**
   * {@inheritDoc}
   *
   * @throws TableExportException when a file is missing, is not what its checksum says, or holds
   *     something else
   */
  @Override
  public void forEach(Consumer<Map<String, AttributeValue>> consumer, ProgressListener listener) {
    try (SpilledGroups partitions = new SpilledGroups()) {
      long items = 0;
      for (ExportDataFile file : files) {
        try (ExportLines lines = file.lines(stored.open(file.name()))) {
          while (lines.hasNext()) {
            byte[] line = lines.next();
            partitions.add(ExportedLine.parse(line).partition(), line);
            if (++items % 1000 == 0) {
              listener.onProgress(new Progress(items, 0, 0));
            }
          }
        }
      }
      partitions.forEach((partition, lines) -> latest(lines).values().forEach(consumer));
      listener.onProgress(new Progress(items, 0, 0));
    }
  }

  /** What the items of a partition have become, in the order of their sort keys. */
  private static Map<String, Map<String, AttributeValue>> latest(List<byte[]> lines) {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    for (byte[] bytes : lines) {
      ExportedLine line = ExportedLine.parse(bytes);
      String sort = line.sort();
      line.item().ifPresentOrElse(item -> items.put(sort, item), () -> items.remove(sort));
    }
    return items;
  }
}
