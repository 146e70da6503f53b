package dev.students.operations;

/**
 * A file cannot be imported as it was told to be: nothing was written. The message says what is
 * wrong with its header, without what stands in it.
 */
public final class ImportFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With that message. */
  public ImportFileException(String message) {
    super(message);
  }
}
