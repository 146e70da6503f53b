package dev.students.infra.internal;

import dev.students.infra.InvalidSettingException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks settings below a path, and refuses with the path of the setting. */
record Check(String path) {

  Check below(String name) {
    return new Check(path + "." + name);
  }

  /**
   * Refuses unless the condition holds.
   *
   * @throws InvalidSettingException with the setting's path and the rule
   */
  void require(String name, boolean holds, String rule) {
    if (!holds) {
      throw new InvalidSettingException(path + "." + name, rule);
    }
  }

  /** Refuses a value that the pattern does not match as a whole. */
  void matches(String name, Optional<String> value, Pattern pattern, String rule) {
    value.ifPresent(
        it ->
            require(
                name,
                pattern.matcher(it).matches(),
                "must be " + rule + ", but was \"" + it + "\""));
  }

  /** Refuses a number outside a range. */
  void within(String name, Optional<Integer> value, int minimum, int maximum) {
    value.ifPresent(
        it ->
            require(
                name,
                it >= minimum && it <= maximum,
                "must be at least "
                    + minimum
                    + (maximum == Integer.MAX_VALUE ? "" : " and at most " + maximum)
                    + ", but was "
                    + it));
  }

  void atLeast(String name, Optional<Integer> value, int minimum) {
    within(name, value, minimum, Integer.MAX_VALUE);
  }

  /**
   * Refuses what is not one plain e-mail address; the address is personal data and not repeated.
   */
  void email(String name, Optional<String> value) {
    value.ifPresent(
        it ->
            require(
                name,
                Patterns.EMAIL.matcher(it).matches(),
                "must be one plain e-mail address, such as on-call@school.example"));
  }
}
