package dev.students.acceptance.internal.steps;

/** A first and a last name, as a feature writes them. */
public record FullName(String first, String last) {

  @Override
  public String toString() {
    return first + " " + last;
  }
}
