package dev.students.operations;

/** A folder does not hold a whole export of a table by DynamoDB: it says what is wrong. */
public final class TableExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With that message. */
  public TableExportException(String message) {
    super(message);
  }
}
