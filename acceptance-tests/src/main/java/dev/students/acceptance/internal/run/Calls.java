package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.data.StudentTable;
import dev.students.local.CallRecorder;
import dev.students.local.KeyMask;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Records the calls of scenarios without personal data. */
final class Calls {

  private static final List<String> KEY_ATTRIBUTES =
      List.of(StudentTable.PARTITION_KEY, StudentTable.SORT_KEY);

  /** Keys that consist of ids. */
  private static final Pattern SHOWN = Pattern.compile("(?:student|award)#.*");

  private static final String RESERVATION = "email#";
  private static final String HIDDEN = "…";

  /**
   * Shows only keys that are known to contain no personal data. The keys of a new index or a new
   * kind of item are therefore masked by default.
   */
  static final KeyMask MASK =
      (attribute, value) -> {
        if (!KEY_ATTRIBUTES.contains(attribute)) {
          return HIDDEN;
        }
        if (SHOWN.matcher(value).matches()) {
          return value;
        }
        return value.startsWith(RESERVATION) ? RESERVATION + HIDDEN : HIDDEN;
      };

  private Calls() {}

  static CallRecorder recorder(OpenTarget target, DynamoDbClient client) {
    return target.emulator().isPresent()
        ? CallRecorder.computing(target.directReads().orElse(client), KEY_ATTRIBUTES, MASK)
        : CallRecorder.reporting(KEY_ATTRIBUTES, MASK);
  }
}
