package dev.students.infra.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an Amazon Resource Name in one Region.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon
 *     Resource Names</a>
 */
record ResourceArn(String partition, String region, String account, String resource) {

  private static final Pattern FORM =
      Pattern.compile("arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]+):(\\d{12}):(.+)");

  /** Empty if the text is not the ARN of such a resource. */
  static Optional<ResourceArn> parse(String text, String service, Pattern resource) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()
        || !matcher.group(2).equals(service)
        || !resource.matcher(matcher.group(5)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourceArn(matcher.group(1), matcher.group(3), matcher.group(4), matcher.group(5)));
  }
}
