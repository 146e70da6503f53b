package dev.students.data;

/**
 * Another student has the e-mail address, compared without regard to case. The change was not made;
 * {@link StudentStore} says in which case it can be made later.
 */
public final class EmailTakenException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  /** Names neither the student nor the address, which are another person's data. */
  public EmailTakenException() {
    super(
        "Another student has this e-mail address: use another one, or free it by changing or"
            + " deleting that student");
  }
}
