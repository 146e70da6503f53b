package dev.students.data;

/** Another student has the e-mail address, compared without regard to case. Nothing was written. */
public final class EmailTakenException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  /** Names neither the student nor the address, which are another person's data. */
  public EmailTakenException() {
    super(
        "Another student has this e-mail address: use another one, or free it by changing or"
            + " deleting that student");
  }
}
