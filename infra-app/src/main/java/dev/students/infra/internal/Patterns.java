package dev.students.infra.internal;

import java.util.regex.Pattern;

/** The forms of values that AWS and GitHub define. */
final class Patterns {

  static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /** The form of a Region; whether it exists is asked of {@link AwsRegion}. */
  static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");

  static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9+=,.@_/-]+");

  /** An address as SNS and Budgets take it: no display name, no scheme, a domain with a dot. */
  static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  static final Pattern INSTANCE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");

  /**
   * What every service of the stack accepts in a tag.
   *
   * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html">Tag naming
   *     limits and requirements</a>
   */
  static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");

  static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9._-]{1,100}");

  /** As GitHub numbers accounts and repositories. */
  static final Pattern GITHUB_ID = Pattern.compile("[1-9]\\d{0,18}");

  /** A branch as Git allows it, without the characters that IAM or GitHub read as wildcards. */
  static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}");

  static final Pattern ISSUER =
      Pattern.compile("https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+(/[A-Za-z0-9._-]+)*");

  static final Pattern BRANCH_OR_CLAIM = Pattern.compile("[^*?$\\s]{1,512}");

  private Patterns() {}
}
