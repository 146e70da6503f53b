package dev.students.operations;

import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.List;
import java.util.Optional;

/**
 * One page of students.
 *
 * @param students the students, in the table's own order
 * @param unreadable the keys of malformed students, which are skipped
 * @param next the student after which the next page starts; empty on the last page
 */
public record StudentPage(
    List<Student> students, List<ItemKey> unreadable, Optional<StudentId> next) {}
