package dev.students.operations;

import java.util.List;

/**
 * The result of an export.
 *
 * @param students the number of students written
 * @param awards the number of awards written
 * @param leftOut the number of malformed students and awards that were skipped
 * @param firstLeftOut the keys of the first hundred of them
 */
public record ExportResult(long students, long awards, long leftOut, List<ItemKey> firstLeftOut) {}
