package dev.students.operations;

/** The formats of files of students. Text is UTF-8 unless an import specifies another encoding. */
public enum RecordFormat {
  /** Comma-separated values with a header and lines terminated by CR LF, as in RFC 4180. */
  CSV,
  /**
   * One JSON object for each line, with members named like the columns; blank values are omitted.
   */
  JSON_LINES
}
