package dev.students.infra.internal;

import static java.util.Locale.ROOT;

import dev.students.infra.InvalidSettingException;
import dev.students.truncation.ProductionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the values of one environment's settings, and their defaults. */
final class SettingsCheck {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
  private static final Pattern INSTANCE = Pattern.compile("[a-z0-9-]{1,20}");
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  /**
   * The characters that every service of the stack accepts in a tag.
   *
   * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html">Tag naming
   *     limits and requirements</a>
   */
  private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");

  /** The values that CloudWatch Logs' {@code PutRetentionPolicy} accepts. */
  private static final List<Integer> RETENTION_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final String path;
  private final EnvironmentKind kind;
  private final WrittenSettings written;

  private SettingsCheck(String path, EnvironmentKind kind, WrittenSettings written) {
    this.path = path;
    this.kind = kind;
    this.written = written;
  }

  /**
   * Checks and completes one environment's settings.
   *
   * @throws InvalidSettingException naming the setting, which starts with {@code path}
   */
  static EnvironmentSettings check(String path, EnvironmentKind kind, WrittenSettings written) {
    return new SettingsCheck(path, kind, written).check();
  }

  private EnvironmentSettings check() {
    matches("account", written.account(), ACCOUNT, "twelve digits in quotation marks");
    matches("region", written.region(), REGION, "a Region such as \"eu-central-1\"");
    matches("instance", written.instance(), INSTANCE, "1 to 20 of a-z, 0-9 and -");
    require(
        "instance",
        written.instance().isEmpty() || kind == EnvironmentKind.DEV,
        "is for dev only: there is one " + kind.key());
    require(
        "instance",
        written.instance().filter(ProductionName::matches).isEmpty(),
        "must not contain the word production: such a table is never truncated");
    encryptionKey();
    boolean truncationFunction = truncationFunction();
    atLeast("truncationReservedConcurrency", written.truncationReservedConcurrency(), 1);
    return new EnvironmentSettings(
        kind,
        written.account(),
        written.region(),
        written.instance(),
        written.encryptionKeyArn(),
        truncationFunction,
        written.truncationReservedConcurrency(),
        logRetentionDays(),
        written.applicationMayErase().orElse(false),
        alarms(),
        tags());
  }

  private void encryptionKey() {
    String rule = "the ARN of a KMS key, such as arn:aws:kms:eu-central-1:111122223333:key/…";
    matches("encryptionKeyArn", written.encryptionKeyArn(), KEY_ARN, rule);
    boolean elsewhere =
        written
            .encryptionKeyArn()
            .flatMap(arn -> written.region().filter(region -> !arn.contains(":" + region + ":")))
            .isPresent();
    require("encryptionKeyArn", !elsewhere, "must be a key of the environment's own Region");
  }

  private boolean truncationFunction() {
    boolean asked = written.truncationFunction().orElse(kind == EnvironmentKind.DEV);
    require(
        "truncationFunction",
        !(asked && kind == EnvironmentKind.PRODUCTION),
        "is not allowed in production: nothing may truncate that table");
    require(
        "truncationReservedConcurrency",
        asked || written.truncationReservedConcurrency().isEmpty(),
        "has no effect without truncationFunction: remove it");
    require(
        "logRetentionDays",
        asked || written.logRetentionDays().isEmpty(),
        "has no effect without truncationFunction, which alone writes a log: remove it");
    return asked;
  }

  private int logRetentionDays() {
    int days = written.logRetentionDays().orElse(30);
    require(
        "logRetentionDays",
        RETENTION_DAYS.contains(days),
        "must be one of " + RETENTION_DAYS + ", but was " + days);
    return days;
  }

  private AlarmSettings alarms() {
    require(
        "alarms",
        written.alarms().isEmpty() || kind.isMonitored(),
        "has no effect: " + kind.key() + " has no alarms");
    WrittenSettings.Alarms alarms = written.alarms().orElse(WrittenSettings.Alarms.NONE);
    alarms
        .email()
        .ifPresent(
            it ->
                require("alarms.email", EMAIL.matcher(it).matches(), "must be one e-mail address"));
    return new AlarmSettings(
        alarms.email(),
        threshold("throttledRequests", alarms.throttledRequests(), 1),
        threshold("throttleEvents", alarms.throttleEvents(), 1),
        threshold("systemErrors", alarms.systemErrors(), 1),
        threshold("latencyMilliseconds", alarms.latencyMilliseconds(), 200),
        threshold("failedConditions", alarms.failedConditions(), 100),
        threshold("transactionConflicts", alarms.transactionConflicts(), 100),
        threshold("readUnitsPerSecond", alarms.readUnitsPerSecond(), 40_000),
        threshold("writeUnitsPerSecond", alarms.writeUnitsPerSecond(), 40_000));
  }

  private int threshold(String name, Optional<Integer> value, int otherwise) {
    atLeast("alarms." + name, value, 1);
    return value.orElse(otherwise);
  }

  private Map<String, String> tags() {
    Map<String, String> tags = written.tags().orElse(Map.of());
    require("tags", tags.size() <= 50, "must be at most 50, but were " + tags.size());
    tags.forEach(
        (key, value) -> {
          String name = "tags." + key;
          require(
              name,
              !key.isEmpty() && key.length() <= 128 && !key.toLowerCase(ROOT).startsWith("aws:"),
              "must have a key of 1 to 128 characters that does not start with aws:");
          require(name, value.length() <= 256, "must have at most 256 characters");
          require(
              name,
              TAG_TEXT.matcher(key).matches() && TAG_TEXT.matcher(value).matches(),
              "must consist of letters, digits, spaces and _ . : / = + - @");
        });
    return tags;
  }

  private void matches(String name, Optional<String> value, Pattern pattern, String rule) {
    value.ifPresent(
        it ->
            require(
                name,
                pattern.matcher(it).matches(),
                "must be " + rule + ", but was \"" + it + "\""));
  }

  private void atLeast(String name, Optional<Integer> value, int minimum) {
    value.ifPresent(
        it -> require(name, it >= minimum, "must be at least " + minimum + ", but was " + it));
  }

  private void require(String name, boolean holds, String rule) {
    if (!holds) {
      throw new InvalidSettingException(path + "." + name, rule);
    }
  }
}
