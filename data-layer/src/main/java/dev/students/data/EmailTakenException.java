package dev.students.data;

/** Another student has the e-mail address, whatever its letters' case. Nothing was written. */
public final class EmailTakenException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  /** Names no student and no address: both are somebody else's. */
  public EmailTakenException() {
    super(
        "Another student has this e-mail address: use another one, or free it by changing or"
            + " deleting that student");
  }
}
