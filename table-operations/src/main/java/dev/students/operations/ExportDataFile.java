package dev.students.operations;

import dev.students.operations.internal.ExportManifest;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of an export that holds items, as the manifest describes it. Each can be read by itself,
 * by any thread of any machine.
 *
 * @param name its name in {@link ExportFiles}
 * @param export which export it is of: 0 for the full one, then one more for each incremental one;
 *     of two lines about one item, that of the later export holds
 * @param items how many lines it has
 * @param md5 its MD5 checksum in Base64, of the file as it is stored; empty when unknown
 */
public record ExportDataFile(String name, int export, long items, String md5)
    implements Serializable {

  /**
   * The files of the latest full export, and of the incremental ones that follow it without a gap.
   *
   * @throws TableExportException when there is no full export, an incremental one is missing in
   *     between, or a format is not DynamoDB JSON
   * @throws java.io.UncheckedIOException when a manifest cannot be read
   */
  public static List<ExportDataFile> of(ExportFiles files) {
    List<ExportDataFile> all = new ArrayList<>();
    for (ExportManifest manifest : ExportManifest.chain(files)) {
      int number = manifest.isFull() ? 0 : all.get(all.size() - 1).export() + 1;
      manifest.files().stream().map(file -> file.withExport(number)).forEach(all::add);
    }
    return all;
  }

  /** Opens its lines; closing them closes the stream. */
  public ExportLines lines(InputStream file) {
    return new ExportLines(this, file);
  }

  private ExportDataFile withExport(int number) {
    return new ExportDataFile(name, number, items, md5);
  }
}
