package dev.students.local;

/**
 * A CloudFormation template cannot be turned into a local table; the message names the table's
 * logical id and the property, and says what to do.
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
