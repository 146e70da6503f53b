package dev.students.operations.bulk;

import dev.students.operations.ImportResult;
import dev.students.operations.RecordFormat;
import dev.students.operations.StudentExport;
import dev.students.operations.StudentImport;
import dev.students.operations.TableReader;
import dev.students.testing.LocalDynamoDbProcess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures an import against a bare loop of the same transactions, repeats it, kills it, takes in a
 * file of 200 MB, and exports and checks a large table, all in a small heap. Fails when a promise
 * is not kept. Arguments: students to import, students of the large table (three items each), and
 * the parts to run, or none for all.
 */
final class Bulk {

  private static final int SLICES = 10;
  private static final int LARGE_LINES = 10_000;
  private static final double LEAST_RATE = 0.8;
  private static final Duration COUNT_INTERVAL = Duration.ofMillis(500);
  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final LocalDynamoDbProcess database;
  private final BulkTables tables;

  private Bulk(LocalDynamoDbProcess database) {
    this.database = database;
    this.tables = new BulkTables(database.endpoint());
  }

  public static void main(String[] arguments) throws Exception {
    int imported = Integer.parseInt(arguments[0]);
    int large = Integer.parseInt(arguments[1]);
    try (LocalDynamoDbProcess database = LocalDynamoDbProcess.start()) {
      Bulk bulk = new Bulk(database);
      for (String part : List.of(arguments[2].split(",", -1))) {
        switch (part) {
          case "compare" -> bulk.compare(imported);
          case "kill" -> bulk.kill(imported);
          case "file" -> bulk.largeFile();
          case "large" -> new LargeTable(bulk.tables).run(large);
          default -> throw new IllegalArgumentException("no such part: " + part);
        }
      }
    }
  }

  /** Alternates between both in slices, so that other load on the machine slows both equally. */
  private void compare(int students) throws Exception {
    int slice = students / SLICES;
    tables.bareLoop(tables.create(), 0, slice);
    importFile(tables.create(), BulkTables.file(0, slice));
    String bareTable = tables.create();
    String table = tables.create();
    double bare = 0;
    double ours = 0;
    double again = 0;
    for (int from = 0; from < students; from += slice) {
      int first = from;
      Path file = BulkTables.file(first, slice);
      bare += seconds(() -> tables.bareLoop(bareTable, first, slice));
      ours += seconds(() -> require(importFile(table, file).created() == slice, "not all created"));
      again +=
          seconds(
              () -> require(importFile(table, file).alreadyThere() == slice, "not all were there"));
      Files.delete(file);
    }
    print("%-40s %,10d students %8.1f s", "bare loop", students, bare);
    print("%-40s %,10d students %8.1f s", "import", students, ours);
    print("%-40s %,10d students %8.1f s", "import again, nothing created", students, again);
    print("%-40s %10.2f (at least %.1f)", "import : bare loop", bare / ours, LEAST_RATE);
    print("%-40s %10.2f (at most 1)", "time again : time first", again / ours);
    require(tables.count(table) == 2L * students, "students are missing, or there twice");
    LargeTable.requireSound(tables.client(), table);
    require(bare / ours >= LEAST_RATE, "the import is too slow");
    require(again <= ours, "a repeat is slower than the first time");
    tables.drop(bareTable);
    tables.drop(table);
  }

  private void kill(int students) throws Exception {
    Path file = BulkTables.file(0, students);
    String table = tables.create();
    for (int part = 1; part <= 3; part++) {
      Process process = ImportProcess.start(database.endpoint(), table, file);
      long enough = (long) students * part / 4;
      while (tables.count(table) / 2 < enough && process.isAlive()) {
        Thread.sleep(COUNT_INTERVAL.toMillis()); // DynamoDB Local counts all items
      }
      process.destroyForcibly().waitFor();
      print("%-40s %,10d items", "killed at", tables.count(table));
      LargeTable.requireSound(tables.client(), table);
    }
    ImportResult last = importFile(table, file);
    require(last.created() + last.alreadyThere() == students, last.toString());
    require(tables.count(table) == 2L * students, "students are missing");
    print("%-40s %,10d created, %,d there", "run again", last.created(), last.alreadyThere());
    LargeTable.requireSound(tables.client(), table);
    roundTrip(table);
    Files.delete(file);
    tables.drop(table);
  }

  private void roundTrip(String table) throws Exception {
    Path first = exported(table);
    String copy = tables.create();
    importFile(copy, first);
    Path second = exported(copy);
    require(Files.mismatch(first, second) < 0, "an export of what was exported differs");
    print("%-40s %,10d bytes, the same", "exported, imported, exported", Files.size(first));
    Files.delete(first);
    Files.delete(second);
    tables.drop(copy);
  }

  private Path exported(String table) throws IOException {
    Path file = Files.createTempFile("exported", ".csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      StudentExport.of(TableReader.create(tables.client(), table), RecordFormat.CSV)
          .withAwards()
          .run(out);
    }
    return file;
  }

  /** Imports 200 MB in lines of 20 KB, most of it in a column that is ignored, twice. */
  private void largeFile() throws Exception {
    Path file = BulkTables.wideFile(LARGE_LINES);
    String table = tables.create();
    for (boolean isFirst : new boolean[] {true, false}) {
      ImportResult result = importFile(table, file);
      require(
          result.equals(
              new ImportResult(
                  LARGE_LINES,
                  0,
                  isFirst ? LARGE_LINES : 0,
                  isFirst ? 0 : LARGE_LINES,
                  0,
                  0,
                  0,
                  Map.of(),
                  List.of(5))),
          result.toString());
      require(tables.count(table) == 2L * LARGE_LINES, "students are missing, or there twice");
    }
    print("%-40s %,10d MB, twice", "a large file", Files.size(file) / 1_000_000);
    LargeTable.requireSound(tables.client(), table);
    Files.delete(file);
    tables.drop(table);
  }

  private ImportResult importFile(String table, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return StudentImport.builder(tables.client(), table)
          .build()
          .run(in, line -> OUT.println(line));
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return seconds(start);
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  static void print(String format, Object... values) {
    OUT.println(String.format(Locale.ROOT, format, values));
  }
}
