package dev.students.infra.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for alarms, and their defaults. */
record AlarmCheck(Check check, Environs environs) {

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /**
   * What the rules depend on.
   *
   * @param hasKey whether the environment has a customer-managed key
   */
  record Environs(EnvironmentKind kind, Optional<String> region, boolean hasKey) {}

  AlarmSettings check(Optional<WrittenSettings.Alarms> written) {
    check.require(
        "alarms",
        written.isEmpty() || environs.kind().isMonitored(),
        "has no effect: an environment of kind " + environs.kind().key() + " has no alarms");
    Check below = check.below("alarms");
    Optional<String> email = written.flatMap(WrittenSettings.Alarms::email);
    Optional<String> topic = written.flatMap(WrittenSettings.Alarms::topicArn);
    below.email("email", email);
    below.require(
        "topicArn",
        topic.isEmpty() || email.isEmpty(),
        "excludes email: subscribe the address to that topic yourself");
    topic.ifPresent(it -> topic(below, it));
    boolean encrypt = written.flatMap(WrittenSettings.Alarms::encryptTopic).orElse(false);
    below.require(
        "encryptTopic",
        !encrypt || environs.hasKey(),
        "needs encryptionKeyArn: the topic is encrypted with the environment's key");
    below.require(
        "encryptTopic",
        !encrypt || topic.isEmpty(),
        "has no effect with topicArn: that topic is not the stack's");
    return new AlarmSettings(
        email,
        topic,
        encrypt,
        threshold(
            below,
            "throttledRequests",
            written.flatMap(WrittenSettings.Alarms::throttledRequests),
            1),
        threshold(
            below, "throttleEvents", written.flatMap(WrittenSettings.Alarms::throttleEvents), 1),
        threshold(below, "systemErrors", written.flatMap(WrittenSettings.Alarms::systemErrors), 1),
        threshold(
            below,
            "latencyMilliseconds",
            written.flatMap(WrittenSettings.Alarms::latencyMilliseconds),
            200),
        threshold(
            below,
            "failedConditions",
            written.flatMap(WrittenSettings.Alarms::failedConditions),
            100),
        threshold(
            below,
            "transactionConflicts",
            written.flatMap(WrittenSettings.Alarms::transactionConflicts),
            100),
        threshold(
            below,
            "readUnitsPerSecond",
            written.flatMap(WrittenSettings.Alarms::readUnitsPerSecond),
            40_000),
        threshold(
            below,
            "writeUnitsPerSecond",
            written.flatMap(WrittenSettings.Alarms::writeUnitsPerSecond),
            40_000));
  }

  private void topic(Check below, String text) {
    ResourceArn arn =
        below.arn(
            "topicArn",
            text,
            "sns",
            TOPIC,
            "the ARN of a standard SNS topic, such as"
                + " arn:aws:sns:eu-central-1:111122223333:on-call");
    below.require(
        "topicArn",
        environs.region().isEmpty() || environs.region().equals(Optional.of(arn.region())),
        "must be a topic of the environment's own Region, where CloudWatch alarms can notify it");
  }

  private static int threshold(Check below, String name, Optional<Integer> value, int otherwise) {
    below.atLeast(name, value, 1);
    return value.orElse(otherwise);
  }
}
