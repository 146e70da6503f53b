package dev.students.infra.internal;

import dev.students.infra.InvalidSettingException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks settings below a path, and refuses with the path of the setting. */
record Check(String path) {

  /** Longer than every value that AWS accepts, and short enough for any pattern. */
  private static final int MAXIMUM_LENGTH = 2048;

  private static final int MAXIMUM_SHOWN = 200;

  /** Of an e-mail address, by RFC 5321. */
  private static final int MAXIMUM_ADDRESS = 254;

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
                it.length() <= MAXIMUM_LENGTH && pattern.matcher(it).matches(),
                "must be " + rule + butWas(it)));
  }

  /** Requires the ARN of a resource, and of a Region that is in the ARN's partition. */
  ResourceArn arn(String name, String text, String service, Pattern resource, String rule) {
    Optional<ResourceArn> arn =
        text.length() <= MAXIMUM_LENGTH
            ? ResourceArn.parse(text, service, resource)
            : Optional.empty();
    require(name, arn.isPresent(), "must be " + rule + butWas(text));
    ResourceArn found = arn.orElseThrow();
    String partition = new AwsRegion(found.region()).partition();
    require(
        name,
        partition.equals(found.partition()),
        "must be of the partition of its Region, which is " + partition);
    return found;
  }

  private static String butWas(String text) {
    return ", but was \""
        + (text.length() > MAXIMUM_SHOWN ? text.substring(0, MAXIMUM_SHOWN) + "…" : text)
        + "\"";
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
                it.length() <= MAXIMUM_ADDRESS && Patterns.EMAIL.matcher(it).matches(),
                "must be one plain e-mail address, such as on-call@school.example"));
  }
}
