package dev.students.truncation.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of one table, without wildcards.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Resource
 *     types defined by DynamoDB</a>
 */
public record TableArn(String region, String account, String tableName) {

  private static final Pattern TABLE =
      Pattern.compile(
          "arn:[a-z0-9-]+:dynamodb:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):table/(?<name>[A-Za-z0-9_.-]{3,255})");

  /** Parses an ARN. Empty if the text is not the ARN of a table. */
  public static Optional<TableArn> parse(String text) {
    Matcher matcher = TABLE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new TableArn(matcher.group("region"), matcher.group("account"), matcher.group("name")))
        : Optional.empty();
  }
}
