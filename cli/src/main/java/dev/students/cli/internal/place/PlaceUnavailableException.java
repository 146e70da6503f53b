package dev.students.cli.internal.place;

/** The program cannot work where it was told to; the message says why and what to do. */
public final class PlaceUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PlaceUnavailableException(String message) {
    super(message);
  }

  public PlaceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
