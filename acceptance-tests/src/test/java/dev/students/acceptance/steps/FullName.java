package dev.students.acceptance.steps;

/** A first and a last name, as a feature writes them. */
public record FullName(String first, String last) {

  @Override
  public String toString() {
    return first + " " + last;
  }
}
