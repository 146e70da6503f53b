package dev.students.infra.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the settings of the table itself: its key, its throughput, who may write. */
final class TableSettingsCheck {

  private static final Pattern KEY = Pattern.compile("key/[A-Za-z0-9-]+");

  private final Check check;
  private final EnvironmentKind kind;
  private final WrittenSettings written;

  TableSettingsCheck(Check check, EnvironmentKind kind, WrittenSettings written) {
    this.check = check;
    this.kind = kind;
    this.written = written;
  }

  /** The key must be one that a table of this environment can use. */
  void encryptionKey() {
    written.encryptionKeyArn().ifPresent(this::encryptionKey);
  }

  private void encryptionKey(String text) {
    ResourceArn key =
        check.arn(
            "encryptionKeyArn",
            text,
            "kms",
            KEY,
            "the ARN of a KMS key, such as arn:aws:kms:eu-central-1:111122223333:key/…");
    check.require(
        "encryptionKeyArn",
        written.region().isPresent(),
        "needs region beside it: a table can use a key of its own Region only");
    check.require(
        "encryptionKeyArn",
        written.region().equals(Optional.of(key.region())),
        "must be a key of the environment's own Region");
    check.require(
        "encryptionKeyArn",
        written.account().isEmpty() || written.account().equals(Optional.of(key.account())),
        "must be a key of the environment's own account");
  }

  /** Warm throughput below what every new on-demand table has is refused by DynamoDB. */
  ThroughputSettings throughput() {
    check.atLeast("maxReadUnits", written.maxReadUnits(), 1);
    check.atLeast("maxWriteUnits", written.maxWriteUnits(), 1);
    check.atLeast("warmReadUnits", written.warmReadUnits(), 12_000);
    check.atLeast("warmWriteUnits", written.warmWriteUnits(), 4_000);
    warmWithinMaximum("warmReadUnits", written.warmReadUnits(), written.maxReadUnits());
    warmWithinMaximum("warmWriteUnits", written.warmWriteUnits(), written.maxWriteUnits());
    return new ThroughputSettings(
        written.maxReadUnits(),
        written.maxWriteUnits(),
        written.warmReadUnits(),
        written.warmWriteUnits());
  }

  private void warmWithinMaximum(String name, Optional<Integer> warm, Optional<Integer> maximum) {
    check.require(
        name,
        warm.isEmpty() || maximum.isEmpty() || warm.get() <= maximum.get(),
        "must not exceed the maximum throughput, above which every request is throttled");
  }

  /** The roles that alone may write; empty where IAM policies decide. */
  List<String> writers() {
    List<String> writers = written.writers().orElse(List.of());
    check.require(
        "writers",
        written.writers().isEmpty() || kind.protectsData(),
        "is for kind production only: the table of another kind could not be destroyed");
    check.require(
        "writers",
        written.writers().isEmpty() || !writers.isEmpty(),
        "must name at least one role; leave the setting out instead");
    for (int i = 0; i < writers.size(); i++) {
      writer("writers[" + i + "]", writers.get(i));
    }
    check.require(
        "writers", new HashSet<>(writers).size() == writers.size(), "must not name a role twice");
    return writers;
  }

  /** No other role could write: the policy only denies, and no other account's is allowed to. */
  private void writer(String name, String text) {
    check.matches(
        name, Optional.of(text), Patterns.ROLE_ARN, "the ARN of a role, without wildcards");
    String[] parts = text.split(":", -1);
    written
        .region()
        .map(region -> new AwsRegion(region).partition())
        .ifPresent(
            partition ->
                check.require(
                    name,
                    partition.equals(parts[1]),
                    "must be a role of the Region's own partition, " + partition));
    check.require(
        name,
        written.account().isEmpty() || written.account().equals(Optional.of(parts[4])),
        "must be a role of the environment's own account: a role of another cannot write");
  }
}
