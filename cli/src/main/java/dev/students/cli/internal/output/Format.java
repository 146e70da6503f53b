package dev.students.cli.internal.output;

/** The output formats; the names are the values of {@code --output}. */
public enum Format {
  text,
  /** A single JSON object. */
  json,
  /** JSON lines: one object for each record, as soon as the command finds it. */
  jsonl
}
