package dev.students.spark.internal;

import dev.students.operations.AddressClaim;
import dev.students.operations.Finding;
import dev.students.operations.FindingJson;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging: a finding, a claim on an address that is still to be judged, or a number of
 * items. What a row is not is null in it.
 */
public final class JudgedRow {

  /** What the row is grouped by: the address of a claim, and anything for the others. */
  public static final String GROUP = "group";

  /** A finding as a line of JSON. */
  public static final String FINDING = "finding";

  /** The name of a finding's kind. */
  public static final String KIND = "kind";

  /** How many items a task has read. */
  public static final String ITEMS = "items";

  /** The columns. */
  public static final StructType SCHEMA =
      new StructType()
          .add(GROUP, DataTypes.StringType)
          .add(FINDING, DataTypes.StringType)
          .add(KIND, DataTypes.StringType)
          .add(ITEMS, DataTypes.LongType)
          .add("claimStudent", DataTypes.StringType)
          .add("claimBy", DataTypes.StringType)
          .add("claimForm", DataTypes.StringType);

  private static final int STUDENT_PLACE = 4;
  private static final int BY_PLACE = 5;
  private static final int FORM_PLACE = 6;

  private JudgedRow() {}

  static Row of(Finding finding, String group) {
    return RowFactory.create(
        group, FindingJson.line(finding), finding.kind().name(), null, null, null, null);
  }

  static Row ofItems(long items) {
    return RowFactory.create("", null, null, items, null, null, null);
  }

  static Row of(AddressClaim claim) {
    return RowFactory.create(
        claim.address(), null, null, null, claim.student(), claim.by().name(), claim.keyForm());
  }

  static String group(Row row) {
    return row.getString(0);
  }

  /** The claim; null when the row is something else. */
  static @Nullable AddressClaim claim(Row row) {
    return row.isNullAt(STUDENT_PLACE)
        ? null
        : new AddressClaim(
            group(row),
            row.getString(STUDENT_PLACE),
            AddressClaim.By.valueOf(row.getString(BY_PLACE)),
            row.getString(FORM_PLACE));
  }
}
