package dev.students.spark.internal;

import dev.students.operations.ExportedLine;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A line of an export with what it is sorted by. */
public final class LineRow {

  /** The partition key of the item. */
  public static final String PARTITION = "partition";

  /** Its sort key. */
  public static final String SORT = "sort";

  /** Which export it is of: the last one holds. */
  public static final String EXPORT = "export";

  private static final String LINE = "line";
  private static final int LINE_PLACE = 3;

  /** The columns. */
  public static final StructType SCHEMA =
      new StructType()
          .add(PARTITION, DataTypes.StringType)
          .add(SORT, DataTypes.StringType)
          .add(EXPORT, DataTypes.IntegerType)
          .add(LINE, DataTypes.BinaryType);

  private LineRow() {}

  static Row of(byte[] line, int export) {
    ExportedLine parsed = ExportedLine.parse(line);
    return RowFactory.create(parsed.partition(), parsed.sort(), export, line);
  }

  static String partition(Row row) {
    return row.getString(0);
  }

  static String sort(Row row) {
    return row.getString(1);
  }

  static ExportedLine line(Row row) {
    return ExportedLine.parse(row.getAs(LINE_PLACE));
  }
}
