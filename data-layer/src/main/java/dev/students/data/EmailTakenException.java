package dev.students.data;

/**
 * Another student has the e-mail address, compared case-insensitively. The change was not made;
 * {@link StudentStore} describes the one case in which it can still take effect later.
 */
public final class EmailTakenException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception. It names neither the student nor the address, because both are another
   * person's data.
   */
  public EmailTakenException() {
    super(
        "Another student has this e-mail address: use another one, or free it by changing or"
            + " deleting that student");
  }
}
