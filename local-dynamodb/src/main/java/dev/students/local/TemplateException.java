package dev.students.local;

/**
 * A CloudFormation template cannot be converted to a local table. The message names the table's
 * logical id and the property, and states what to do.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }

  public TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
