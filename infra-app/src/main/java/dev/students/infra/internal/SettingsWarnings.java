package dev.students.infra.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is valid and nevertheless worth a second look. The CDK CLI shows it for the stacks that it
 * is asked for, and with {@code --strict} refuses to go on.
 */
final class SettingsWarnings {

  private SettingsWarnings() {}

  /**
   * A warning.
   *
   * @param id for {@code Annotations.acknowledgeWarning}
   */
  record Warning(String id, String message) {}

  /** The warnings of one environment's stack. */
  static List<Warning> of(EnvironmentSettings environment, AppSettings app) {
    List<Warning> warnings = new ArrayList<>();
    String path = "students." + environment.environment();
    if (environment.kind().isMonitored() && !environment.alarms().haveRecipient()) {
      warnings.add(
          new Warning(
              "students:alarmsReachNobody",
              path
                  + ".alarms: give email or topicArn; as it is, the alarms notify a topic that"
                  + " nobody is subscribed to."));
    }
    if (environment.kind().protectsData() && environment.account().isEmpty()) {
      warnings.add(
          new Warning(
              "students:accountNotPinned",
              path
                  + ".account: give the account that production belongs to; as it is, it is deployed"
                  + " to whichever account the credentials are of"
                  + others(environment, app)));
    }
    environment
        .region()
        .filter(region -> !new AwsRegion(region).isKnown())
        .ifPresent(
            region ->
                warnings.add(
                    new Warning(
                        "students:unknownRegion",
                        path
                            + ".region: this version of the AWS SDK does not know the Region "
                            + region
                            + ".")));
    return warnings;
  }

  private static String others(EnvironmentSettings environment, AppSettings app) {
    List<String> others =
        app.environments().stream()
            .filter(it -> it.account().isEmpty() && !it.equals(environment))
            .map(EnvironmentSettings::name)
            .toList();
    return others.isEmpty() ? "." : ", together with " + String.join(", ", others) + ".";
  }

  /** A warning about context keys that look like settings and are none. */
  static Optional<Warning> ofContext(Collection<String> keys) {
    List<String> ignored =
        keys.stream().filter(key -> key.startsWith("students.")).sorted().toList();
    return ignored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "students:ignoredContext",
                "The context keys "
                    + ignored
                    + " have no effect: settings are one object under the key students. On the"
                    + " command line: -c students='{\"dev\":{\"instance\":\"ada\"}}'"));
  }
}
