package dev.students.operations;

/** A folder does not contain a complete export of a table by DynamoDB; the message states why. */
public final class TableExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the given message. */
  public TableExportException(String message) {
    super(message);
  }
}
