package dev.students.acceptance.steps;

import io.cucumber.java.ParameterType;

/** The parameter types: words of the features that represent values. */
public final class ParameterTypes {

  private static final String NAME = "\\p{Lu}[\\p{L}'’-]*";

  /** A first name, by which a scenario refers to a student. */
  @ParameterType(value = NAME, name = "person")
  public String person(String firstName) {
    return firstName;
  }

  @ParameterType(value = "(" + NAME + ") (" + NAME + "(?: " + NAME + ")*)", name = "fullName")
  public FullName fullName(String first, String last) {
    return new FullName(first, last);
  }

  @ParameterType(value = "[^\\s\"]+@[^\\s\"]+", name = "email")
  public String email(String address) {
    return address;
  }

  @ParameterType(value = "(-?[\\d,]+) XP", name = "xp")
  public Xp xp(String amount) {
    return Xp.of(amount);
  }

  /** The source for which XP is earned or spent. */
  @ParameterType(value = "(?:an?|the) ([a-z]+)", name = "source")
  public String source(String source) {
    return source;
  }

  /** The identifier with which a source sends an award. */
  @ParameterType(value = "\"([^\"]+)\"", name = "awardName")
  public String awardName(String name) {
    return name;
  }

  /** A field of a profile that a clerk can change. */
  @ParameterType(value = "first name|last name|e-mail address", name = "field")
  public String field(String field) {
    return field;
  }

  /** The new value: a name, an address, or any text in quotation marks. */
  @ParameterType(value = "\"([^\"]*)\"|([^\"\\s]+)", name = "newValue")
  public String newValue(String quoted, String plain) {
    return plain == null ? quoted.replace("[spaces]", "   ") : plain;
  }

  @ParameterType(
      value =
          "the e-mail address is taken|the student number is taken|there is no such student"
              + "|the profile has changed in the meantime|the award was for another amount"
              + "|there is not enough XP|nobody can have that much XP|that is not a name|that is not an e-mail address"
              + "|nothing to change was given",
      name = "refusal")
  public Refusal refusal(String words) {
    return Refusal.inWords(words);
  }
}
