package dev.students.operations.bulk;

import dev.students.operations.CheckResult;
import dev.students.operations.ExportResult;
import dev.students.operations.ImportResult;
import dev.students.operations.RecordFormat;
import dev.students.operations.StudentExport;
import dev.students.operations.StudentImport;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Measures an import against a bare loop of the same transactions, kills and repeats it, and
 * exports and checks a large table in a small heap. Fails when a promise is not kept. Arguments:
 * students to import, students of the large table, which are three items each.
 */
final class Bulk {

  private static final int ROUNDS = 2;
  private static final double LEAST_RATE = 0.8;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final DatabaseProcess database;
  private final BulkTables tables;

  private Bulk(DatabaseProcess database) {
    this.database = database;
    this.tables = new BulkTables(database.endpoint());
  }

  public static void main(String[] arguments) throws Exception {
    int imported = Integer.parseInt(arguments[0]);
    int large = Integer.parseInt(arguments[1]);
    try (DatabaseProcess database = DatabaseProcess.start()) {
      Bulk bulk = new Bulk(database);
      if (imported > 0) {
        Path file = BulkTables.file(imported);
        bulk.compare(file, imported);
        bulk.kill(file, imported);
        Files.delete(file);
      }
      if (large > 0) {
        bulk.large(large);
      }
    }
  }

  private void compare(Path file, int students) throws Exception {
    double bare = 0;
    double ours = 0;
    tables.bareLoop(tables.create(), students / 10);
    importFile(tables.create(), BulkTables.file(students / 10));
    for (int round = 0; round < ROUNDS; round++) {
      bare += rate("bare loop", students, () -> tables.bareLoop(tables.create(), students));
      String table = tables.create();
      ours += rate("import", students, () -> importFile(table, file));
      if (round == 0) {
        twice(table, file, students);
      }
      tables.drop(table);
    }
    print("%-40s %10.2f (at least %.1f)", "import : bare loop", ours / bare, LEAST_RATE);
    require(ours / bare >= LEAST_RATE, "the import is too slow");
  }

  private void twice(String table, Path file, int students) throws IOException {
    long start = System.nanoTime();
    ImportResult again = importFile(table, file);
    require(again.alreadyThere() == students && again.created() == 0, again.toString());
    print("%-40s %10.1f s, nothing created", "imported again", seconds(start));
    requireSound(table);
  }

  private void kill(Path file, int students) throws Exception {
    String table = tables.create();
    for (int part = 1; part <= 3; part++) {
      Process process = ImportProcess.start(database.endpoint(), table, file);
      long enough = (long) students * part / 4;
      while (tables.count(table) / 2 < enough && process.isAlive()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      print("%-40s %,10d items", "killed at", tables.count(table));
    }
    ImportResult last = importFile(table, file);
    require(last.created() + last.alreadyThere() == students, last.toString());
    require(tables.count(table) == 2L * students, "students are missing");
    print("%-40s %,10d created, %,d there", "run again", last.created(), last.alreadyThere());
    requireSound(table);
    tables.drop(table);
  }

  private void large(int students) throws Exception {
    String table = tables.create();
    long start = System.nanoTime();
    tables.fill(table, students);
    print("%-40s %,10d items %8.1f s", "filled", 3L * students, seconds(start));
    LiveHeap heap = new LiveHeap();
    System.gc();
    heap.reset();
    long begun = System.nanoTime();
    ExportResult exported =
        StudentExport.of(reader(table), RecordFormat.CSV)
            .withAwards()
            .run(OutputStream.nullOutputStream());
    rate("export", 3L * students, begun, heap);
    require(exported.students() == students && exported.awards() == students, "not all exported");
    System.gc();
    heap.reset();
    begun = System.nanoTime();
    requireSound(table);
    rate("check", 3L * students, begun, heap);
  }

  private void rate(String what, long items, long start, LiveHeap heap) {
    double seconds = seconds(start);
    print("%-40s %,10d items %8.1f s %,10.0f items/s", what, items, seconds, items / seconds);
    print(
        "%-40s %10.1f MB held at most, in %d full collections; limited to %d MB",
        "its heap",
        heap.peakMegabytes(),
        heap.collections(),
        Runtime.getRuntime().maxMemory() / 1048576);
  }

  private void requireSound(String table) {
    CheckResult result = TableCheck.of(reader(table)).run(finding -> OUT.println(finding));
    require(result.found().equals(Map.of()), "the table is not sound");
  }

  private TableReader reader(String table) {
    return TableReader.create(tables.client(), table);
  }

  private ImportResult importFile(String table, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return StudentImport.builder(tables.client(), table)
          .build()
          .run(in, line -> OUT.println(line));
    }
  }

  private interface Work {
    Object run() throws Exception;
  }

  private static double rate(String what, int students, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double seconds = seconds(start);
    print("%-40s %,10d students %8.1f s %,8.0f /s", what, students, seconds, students / seconds);
    return students / seconds;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void print(String format, Object... values) {
    OUT.println(String.format(Locale.ROOT, format, values));
  }
}
