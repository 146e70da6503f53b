package dev.students.operations;

import java.util.List;

/**
 * What an export wrote.
 *
 * @param students how many students
 * @param awards how many awards
 * @param leftOut how many items of students and awards are not what they should be, and were left
 *     out
 * @param firstLeftOut the keys of the first hundred of those
 */
public record ExportResult(long students, long awards, long leftOut, List<ItemKey> firstLeftOut) {}
