package dev.students.cli.internal.output;

/** How results are written; the names are what {@code --output} takes. */
public enum Format {
  text,
  /** One JSON object for the whole. */
  json,
  /** JSON lines: an object for each thing that the command tells, as it comes upon it. */
  jsonl
}
