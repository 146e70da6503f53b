package dev.students.operations;

/** How students are written to files and read from them; text is UTF-8 unless an import says. */
public enum RecordFormat {
  /** Comma-separated values with a header, lines ended by CR LF, as RFC 4180 has it. */
  CSV,
  /** One JSON object a line, its members named like the columns and left out when blank. */
  JSON_LINES
}
