package dev.students.operations;

/**
 * A file cannot be imported with the given settings; nothing was written. The message states the
 * problem with the header without quoting its content.
 */
public final class ImportFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the given message. */
  public ImportFileException(String message) {
    super(message);
  }
}
