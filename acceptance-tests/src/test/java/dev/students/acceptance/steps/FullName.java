package dev.students.acceptance.steps;

/** A first and a last name as written in a feature. */
public record FullName(String first, String last) {

  @Override
  public String toString() {
    return first + " " + last;
  }
}
