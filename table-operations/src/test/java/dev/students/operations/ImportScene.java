package dev.students.operations;

import dev.students.data.Student;
import dev.students.data.StudentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A table into which files are imported, and the results. */
final class ImportScene implements AutoCloseable {

  final TestTable table = new TestTable();
  final List<RejectedLine> rejected = new ArrayList<>();
  final ByteArrayOutputStream raw = new ByteArrayOutputStream();

  ImportResult run(String file) {
    return run(file, builder -> builder);
  }

  ImportResult run(String file, UnaryOperator<StudentImport.Builder> how) {
    return run(file.getBytes(StandardCharsets.UTF_8), how);
  }

  ImportResult run(byte[] file, UnaryOperator<StudentImport.Builder> how) {
    rejected.clear();
    raw.reset();
    return how.apply(StudentImport.builder(TestTable.CLIENT, table.name))
        .build()
        .run(
            new ByteArrayInputStream(file),
            line -> {
              rejected.add(line);
              line.raw().writeTo(raw);
            });
  }

  /** The rejected lines: number, reason, field and rule. */
  List<String> rejections() {
    return rejected.stream()
        .map(it -> "%d %s: %s %s".formatted(it.line(), it.reason(), it.field(), it.rule()))
        .toList();
  }

  /** Students by id: names, address, XP. */
  Map<String, String> students() {
    Map<String, String> students = new TreeMap<>();
    StudentListing.create(TestTable.CLIENT, table.name)
        .includingDeleted()
        .first(1000)
        .students()
        .forEach(it -> students.put(it.id().value(), text(it)));
    return students;
  }

  private static String text(Student it) {
    return "%s %s <%s> %d%s"
        .formatted(
            it.firstName().value(),
            it.lastName().value(),
            it.email().value(),
            it.xp(),
            it.isDeleted() ? " deleted" : "");
  }

  String export(UnaryOperator<StudentExport> how, RecordFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    how.apply(StudentExport.of(table.reader(), format)).run(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  boolean isSound() {
    return TableCheck.of(table.reader()).run(finding -> {}).isSound();
  }

  static StudentId id(String value) {
    return StudentId.of(value);
  }

  @Override
  public void close() {
    table.close();
  }
}
