package dev.students.operations.bulk;

import dev.students.operations.CheckResult;
import dev.students.operations.ExportResult;
import dev.students.operations.RecordFormat;
import dev.students.operations.StudentExport;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import dev.students.testing.LiveHeap;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Exports and checks a table of a million items and measures the memory in use. */
final class LargeTable {

  private final BulkTables tables;

  LargeTable(BulkTables tables) {
    this.tables = tables;
  }

  /** Fills a table, exports and checks it. */
  void run(int students) throws Exception {
    String table = tables.create();
    long start = System.nanoTime();
    tables.fill(table, students);
    Bulk.print("%-40s %,10d items %8.1f s", "filled", 3L * students, Bulk.seconds(start));
    LiveHeap heap = new LiveHeap();
    System.gc();
    heap.reset();
    long begun = System.nanoTime();
    ExportResult exported =
        StudentExport.of(TableReader.create(tables.client(), table), RecordFormat.CSV)
            .withAwards()
            .run(OutputStream.nullOutputStream());
    rate("export", 3L * students, begun, heap);
    Bulk.require(
        exported.students() == students && exported.awards() == students, "not all exported");
    System.gc();
    heap.reset();
    begun = System.nanoTime();
    requireSound(tables.client(), table);
    rate("check", 3L * students, begun, heap);
  }

  private void rate(String what, long items, long start, LiveHeap heap) {
    double seconds = Bulk.seconds(start);
    Bulk.print("%-40s %,10d items %8.1f s %,10.0f items/s", what, items, seconds, items / seconds);
    Bulk.print(
        "%-40s %10.1f MB held at most, in %d full collections; limited to %d MB",
        "its heap",
        heap.peakMegabytes(),
        heap.collections(),
        Runtime.getRuntime().maxMemory() / 1048576);
  }

  static void requireSound(DynamoDbClient client, String table) {
    CheckResult result =
        TableCheck.of(TableReader.create(client, table)).run(finding -> Bulk.OUT.println(finding));
    Bulk.require(result.found().equals(Map.of()), "the table is not sound");
  }
}
