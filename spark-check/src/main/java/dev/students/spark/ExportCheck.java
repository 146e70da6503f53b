package dev.students.spark;

import static org.apache.spark.sql.functions.col;

import dev.students.operations.CheckResult;
import dev.students.operations.ExportDataFile;
import dev.students.operations.FindingKind;
import dev.students.spark.internal.HadoopFiles;
import dev.students.spark.internal.JudgeAddresses;
import dev.students.spark.internal.JudgePartitions;
import dev.students.spark.internal.JudgedRow;
import dev.students.spark.internal.LineRow;
import dev.students.spark.internal.ReadLines;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Checks an export on all machines of a Spark session, by the rules that {@code students check
 * --from-export} goes by, and with the same result.
 *
 * <p>Items are brought together by partition key, what they say about addresses by address: two
 * shuffles, each sorted on disk where it does not fit into memory. A task holds one item, or all
 * claims on one address, at a time; nothing but counts comes to the driver.
 *
 * <p>Spark's temporary files then hold personal data: encrypt the disks, or set {@code
 * spark.io.encryption.enabled}. The findings hold none.
 *
 * <p>Thread-safe, as the session is.
 */
public final class ExportCheck {

  /** So that a task sorts some 200 MB, which mostly fit into the memory of a core. */
  private static final long ITEMS_IN_A_TASK = 500_000;

  private final SparkSession spark;

  /** A check in that session, which stays the caller's. */
  public ExportCheck(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads the export and writes each finding as a line of JSON.
   *
   * @param export where the export is, as in {@code s3://bucket/prefix/}
   * @param findings where findings go: a folder that does not exist yet
   * @throws dev.students.operations.TableExportException when there is no whole export
   */
  public CheckResult run(String export, String findings) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    HadoopFiles stored = HadoopFiles.at(export, context.hadoopConfiguration());
    List<ExportDataFile> files = ExportDataFile.of(stored);
    int tasks = tasks(files.stream().mapToLong(ExportDataFile::items).sum());
    JavaRDD<Row> lines =
        context
            .parallelize(files, Math.max(1, files.size()))
            .flatMap(new ReadLines(context.broadcast(stored)));
    Dataset<Row> judged =
        spark
            .createDataFrame(lines, LineRow.SCHEMA)
            .repartition(tasks, col(LineRow.PARTITION))
            .sortWithinPartitions(LineRow.PARTITION, LineRow.SORT, LineRow.EXPORT)
            .mapPartitions(new JudgePartitions(), Encoders.row(JudgedRow.SCHEMA))
            .repartition(tasks, col(JudgedRow.GROUP))
            .sortWithinPartitions(JudgedRow.GROUP)
            .mapPartitions(new JudgeAddresses(), Encoders.row(JudgedRow.SCHEMA))
            .persist(StorageLevel.DISK_ONLY());
    try {
      judged
          .where(col(JudgedRow.FINDING).isNotNull())
          .select(JudgedRow.FINDING)
          .write()
          .text(findings);
      return new CheckResult(items(judged), found(judged));
    } finally {
      judged.unpersist();
    }
  }

  private int tasks(long items) {
    return (int) Math.max(spark.sparkContext().defaultParallelism(), items / ITEMS_IN_A_TASK + 1);
  }

  private static long items(Dataset<Row> judged) {
    return judged.agg(org.apache.spark.sql.functions.sum(col(JudgedRow.ITEMS))).first().getLong(0);
  }

  private static Map<FindingKind, Long> found(Dataset<Row> judged) {
    Map<FindingKind, Long> found = new EnumMap<>(FindingKind.class);
    judged
        .where(col(JudgedRow.KIND).isNotNull())
        .groupBy(JudgedRow.KIND)
        .count()
        .toLocalIterator()
        .forEachRemaining(row -> found.put(FindingKind.valueOf(row.getString(0)), row.getLong(1)));
    return found;
  }
}
