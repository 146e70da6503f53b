package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.data.StudentTable;
import dev.students.local.CallRecorder;
import dev.students.local.KeyMask;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How the scenarios' calls are recorded: without personal data. */
final class Calls {

  private static final List<String> KEY_ATTRIBUTES =
      List.of(StudentTable.PARTITION_KEY, StudentTable.SORT_KEY);
  private static final KeyMask WITHOUT_ADDRESSES =
      (attribute, value) -> {
        if (attribute.equals(StudentTable.INDEX_PARTITION_KEY)) {
          return "…";
        }
        return value.startsWith("email#") ? "email#…" : value;
      };

  private Calls() {}

  static CallRecorder recorder(OpenTarget target, DynamoDbClient client) {
    return target.emulator().isPresent()
        ? CallRecorder.computing(
            target.directReads().orElse(client), KEY_ATTRIBUTES, WITHOUT_ADDRESSES)
        : CallRecorder.reporting(KEY_ATTRIBUTES, WITHOUT_ADDRESSES);
  }
}
