package dev.students.docs;

/** The site cannot be made from what was given; the message names the file and says what to do. */
public final class LivingDocumentationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LivingDocumentationException(String message) {
    super(message);
  }

  public LivingDocumentationException(String message, Throwable cause) {
    super(message, cause);
  }
}
