package dev.students.spark;

import dev.students.operations.CheckResult;
import dev.students.operations.FindingKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The program of the job: {@code --export FOLDER --findings FOLDER}, both anything that Hadoop
 * reads and writes, as {@code s3://bucket/prefix/} is. The second one must not exist yet.
 *
 * <p>It ends normally whether something is broken or not, and prints the counts by kind; a job that
 * fails is one that could not read everything. Other options are ignored, since AWS Glue adds some
 * of its own.
 */
public final class CheckJob {

  private static final String EXPORT = "--export";
  private static final String FINDINGS = "--findings";

  private CheckJob() {}

  /** Runs the job in the Spark session that there is, or in a new one. */
  public static void main(String[] arguments) {
    Map<String, String> options = options(arguments);
    String export = required(options, EXPORT);
    String findings = required(options, FINDINGS);
    try (SparkSession spark = SparkSession.builder().appName("students check").getOrCreate()) {
      System.out.print(summary(new ExportCheck(spark).run(export, findings)));
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(EXPORT) || arguments[i].equals(FINDINGS)) {
        options.put(arguments[i], arguments[++i]);
      }
    }
    return options;
  }

  private static String required(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "usage: %s FOLDER %s FOLDER; %s is missing".formatted(EXPORT, FINDINGS, name)));
  }

  private static String summary(CheckResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Read %,d items: %s%n",
            result.items(),
            result.isSound() ? "the table is consistent." : "the table is inconsistent."));
    for (FindingKind kind : FindingKind.values()) {
      Long count = result.found().get(kind);
      if (count != null) {
        text.append(String.format(Locale.ROOT, "%,12d  %s%n", count, kind.word()));
      }
    }
    return text.toString();
  }
}
