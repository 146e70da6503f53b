package dev.students.infra.internal;

import dev.students.infra.InvalidSettingException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CDK's own context keys on which a deployment's rights depend. The CDK takes any value, and
 * ignores a permissions boundary that it does not understand.
 *
 * @param qualifier of the bootstrap that the stacks are deployed with
 * @see <a
 *     href="https://docs.aws.amazon.com/cdk/v2/guide/customize-permissions-boundaries.html">Permissions
 *     boundaries in the CDK</a>
 */
public record CdkContext(String qualifier) {

  static final String QUALIFIER = "@aws-cdk/core:bootstrapQualifier";
  static final String BOUNDARY = "@aws-cdk/core:permissionsBoundary";

  private static final String DEFAULT_QUALIFIER = "hnb659fds";

  /** As the bootstrap template takes it, and as a bucket's name may contain it. */
  private static final Pattern QUALIFIER_FORM = Pattern.compile("[a-z0-9-]{1,10}");

  private static final Pattern RESEMBLES =
      Pattern.compile("@?aws-cdk.*(qualifier|boundar).*", Pattern.CASE_INSENSITIVE);

  /**
   * Reads the keys.
   *
   * @throws InvalidSettingException naming the key, when its value or its spelling is wrong
   */
  public static CdkContext read(Map<?, ?> context) {
    context.keySet().stream()
        .map(String::valueOf)
        .filter(key -> RESEMBLES.matcher(key).matches())
        .filter(key -> !key.equals(QUALIFIER) && !key.equals(BOUNDARY))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new InvalidSettingException(
                  key,
                  "is not a key that the CDK reads; it reads " + QUALIFIER + " and " + BOUNDARY);
            });
    if (context.containsKey(BOUNDARY) && !isBoundary(context.get(BOUNDARY))) {
      throw new InvalidSettingException(
          BOUNDARY,
          "must be {\"name\": \"…\"} or {\"arn\": \"…\"}; anything else the CDK ignores, and the"
              + " roles have no boundary");
    }
    return new CdkContext(
        context.containsKey(QUALIFIER) ? qualifier(context.get(QUALIFIER)) : DEFAULT_QUALIFIER);
  }

  private static String qualifier(@Nullable Object value) {
    return Optional.ofNullable(value)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> QUALIFIER_FORM.matcher(text).matches())
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    QUALIFIER,
                    "must be 1 to 10 of a-z, 0-9 and -, as cdk bootstrap --qualifier was given it,"
                        + " but was "
                        + value));
  }

  private static boolean isBoundary(@Nullable Object value) {
    return value instanceof Map<?, ?> boundary
        && boundary.size() == 1
        && boundary.entrySet().stream()
            .allMatch(
                it ->
                    ("name".equals(it.getKey()) || "arn".equals(it.getKey()))
                        && it.getValue() instanceof String text
                        && !text.isBlank());
  }
}
