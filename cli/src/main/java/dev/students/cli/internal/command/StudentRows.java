package dev.students.cli.internal.command;

import dev.students.cli.internal.output.DisplayWidth;
import dev.students.cli.internal.output.Terminal;
import dev.students.data.Student;
import java.io.PrintStream;
import java.util.List;

/**
 * Students as aligned rows, or as three short lines each if the terminal is too narrow. Columns can
 * become wider from page to page, because pages are not kept.
 */
final class StudentRows {

  private static final String GAP = "  ";

  private final PrintStream out;
  private final Terminal terminal;
  private int id;
  private int name;
  private int email;
  private int xp;

  StudentRows(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void write(List<Student> page) {
    for (Student student : page) {
      id = Math.max(id, DisplayWidth.of(student.id().value()));
      name = Math.max(name, DisplayWidth.of(name(student)));
      email = Math.max(email, DisplayWidth.of(student.email().value()));
      xp = Math.max(xp, xp(student).length());
    }
    boolean stacked = terminal.out() && width(page) > terminal.columns();
    page.forEach(student -> out.println(stacked ? stacked(student) : row(student)));
  }

  private int width(List<Student> page) {
    boolean deleted = page.stream().anyMatch(Student::isDeleted);
    return id + name + email + xp + 3 * GAP.length() + (deleted ? "  deleted".length() : 0);
  }

  private String row(Student student) {
    return String.join(
        GAP,
        DisplayWidth.pad(student.id().value(), id),
        DisplayWidth.pad(name(student), name),
        DisplayWidth.pad(student.email().value(), email),
        " ".repeat(xp - xp(student).length()) + xp(student) + deleted(student));
  }

  private static String stacked(Student student) {
    return String.join(
        System.lineSeparator(),
        student.id().value() + GAP + xp(student) + deleted(student),
        GAP + name(student),
        GAP + student.email().value());
  }

  private static String name(Student student) {
    return student.firstName().value() + " " + student.lastName().value();
  }

  private static String xp(Student student) {
    return student.xp() + " XP";
  }

  private static String deleted(Student student) {
    return student.isDeleted() ? "  deleted" : "";
  }
}
