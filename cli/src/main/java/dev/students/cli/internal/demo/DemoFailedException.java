package dev.students.cli.internal.demo;

/** A step of the demonstration did not have the promised result. */
public final class DemoFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailedException(String promise) {
    super("The demonstration failed, because this does not hold: " + promise + ".");
  }
}
