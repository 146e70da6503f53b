package dev.students.infra.internal;

import static java.util.Locale.ROOT;

import dev.students.infra.InvalidSettingException;
import dev.students.truncation.ProductionName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for the values of one environment's settings, and their defaults. */
final class SettingsCheck {

  private static final Pattern VAULT = Pattern.compile("backup-vault:[A-Za-z0-9_-]{2,50}");

  /** The values that CloudWatch Logs' {@code PutRetentionPolicy} accepts. */
  private static final List<Integer> RETENTION_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final Check check;
  private final String environment;
  private final EnvironmentKind kind;
  private final WrittenSettings written;

  private SettingsCheck(
      Check check, String environment, EnvironmentKind kind, WrittenSettings written) {
    this.check = check;
    this.environment = environment;
    this.kind = kind;
    this.written = written;
  }

  /**
   * Checks and completes one environment's settings.
   *
   * @throws InvalidSettingException naming the setting, which starts with {@code path}
   */
  static EnvironmentSettings check(String path, String environment, WrittenSettings written) {
    EnvironmentKind kind = EnvironmentNames.kind(path, environment, written.kind());
    return new SettingsCheck(new Check(path), environment, kind, written).check();
  }

  private EnvironmentSettings check() {
    check.matches(
        "account", written.account(), Patterns.ACCOUNT, "twelve digits in quotation marks");
    check.matches("region", written.region(), Patterns.REGION, "a Region such as \"eu-central-1\"");
    instance();
    var table = new TableSettingsCheck(check, kind, written);
    table.encryptionKey();
    boolean truncationFunction = truncationFunction();
    check.within("truncationReservedConcurrency", written.truncationReservedConcurrency(), 1, 1000);
    return new EnvironmentSettings(
        environment,
        kind,
        written.account(),
        written.region(),
        written.instance(),
        written.encryptionKeyArn(),
        truncationFunction,
        written.truncationReservedConcurrency(),
        logRetentionDays(),
        written.applicationMayReadWholeTable().orElse(false),
        written.applicationMayErase().orElse(false),
        written.contributorInsights().orElse(kind.recordsThrottledKeysByDefault()),
        table.throughput(),
        table.writers(),
        new AlarmCheck(
                check,
                new AlarmCheck.Environs(
                    kind, written.region(), written.encryptionKeyArn().isPresent()))
            .check(written.alarms()),
        written.budget().map(this::budget),
        written.backup().map(this::backup),
        tags());
  }

  private void instance() {
    check.matches(
        "instance",
        written.instance(),
        Patterns.INSTANCE,
        "1 to 20 of a-z, 0-9 and -, with a letter or digit at both ends");
    check.require(
        "instance",
        written.instance().isEmpty() || kind.allowsInstances(),
        "is for kind dev only; add an environment with a name of its own instead");
    check.require(
        "instance",
        written.instance().stream()
            .noneMatch(name -> name.contains("prod") || ProductionName.matches(name)),
        "must not be called production: a table that is called so is never truncated");
  }

  private boolean truncationFunction() {
    boolean asked = written.truncationFunction().orElse(kind.truncatesByDefault());
    check.require(
        "truncationFunction",
        !asked || kind.allowsTruncation(),
        "is not allowed in production: nothing may truncate that table");
    check.require(
        "truncationReservedConcurrency",
        asked || written.truncationReservedConcurrency().isEmpty(),
        "has no effect without truncationFunction: remove it");
    check.require(
        "logRetentionDays",
        asked || written.logRetentionDays().isEmpty(),
        "has no effect without truncationFunction, which alone writes a log: remove it");
    return asked;
  }

  private int logRetentionDays() {
    int days = written.logRetentionDays().orElse(30);
    check.require(
        "logRetentionDays",
        RETENTION_DAYS.contains(days),
        "must be one of " + RETENTION_DAYS + ", but was " + days);
    return days;
  }

  private BudgetSettings budget(WrittenSettings.Budget budget) {
    Check below = check.below("budget");
    below.require("monthlyDollars", budget.monthlyDollars().isPresent(), "is missing");
    below.within("monthlyDollars", budget.monthlyDollars(), 1, 1_000_000);
    below.require("email", budget.email().isPresent(), "is missing: a budget must tell somebody");
    below.email("email", budget.email());
    return new BudgetSettings(budget.monthlyDollars().orElseThrow(), budget.email().orElseThrow());
  }

  private BackupSettings backup(WrittenSettings.Backup backup) {
    Check below = check.below("backup");
    below.require("days", backup.days().isPresent(), "is missing");
    below.within("days", backup.days(), 1, 36_500);
    below.require(
        "copyDays",
        backup.copyDays().isEmpty() || backup.copyTo().isPresent(),
        "has no effect without copyTo: remove it");
    below.within("copyDays", backup.copyDays(), 1, 36_500);
    backup.copyTo().ifPresent(text -> copyTo(below, text));
    int days = backup.days().orElseThrow();
    return new BackupSettings(
        days, backup.copyTo(), backup.copyDays().orElse(days), backup.lock().orElse(false));
  }

  private void copyTo(Check below, String text) {
    ResourceArn vault =
        below.arn(
            "copyTo",
            text,
            "backup",
            VAULT,
            "the ARN of a backup vault, such as"
                + " arn:aws:backup:eu-west-1:111122223333:backup-vault:students");
    written
        .region()
        .map(region -> new AwsRegion(region).partition())
        .ifPresent(
            partition ->
                below.require(
                    "copyTo",
                    partition.equals(vault.partition()),
                    "must be a vault of the environment's own partition, " + partition));
  }

  private Map<String, String> tags() {
    Map<String, String> tags = written.tags().orElse(Map.of());
    check.require("tags", tags.size() <= 50, "must be at most 50, but were " + tags.size());
    Set<String> seen = new HashSet<>();
    tags.forEach(
        (key, value) -> {
          String name = "tags." + key;
          check.require(
              name,
              !key.isEmpty() && key.length() <= 128 && !key.toLowerCase(ROOT).startsWith("aws:"),
              "must have a key of 1 to 128 characters that does not start with aws:");
          check.require(
              name,
              !value.isEmpty() && value.length() <= 256,
              "must have a value of 1 to 256 characters: CloudWatch takes no empty one");
          check.require(
              name,
              Patterns.TAG_TEXT.matcher(key).matches()
                  && Patterns.TAG_TEXT.matcher(value).matches(),
              "must consist of letters, digits, spaces and _ . : / = + - @");
          check.require(
              name,
              seen.add(key.toLowerCase(ROOT)),
              "must not differ from another tag by case only: IAM takes them for one");
        });
    return tags;
  }
}
