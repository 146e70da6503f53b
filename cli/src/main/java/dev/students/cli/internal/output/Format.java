package dev.students.cli.internal.output;

/** How results are written; the names are what {@code --output} takes. */
public enum Format {
  text,
  json
}
