package dev.students.infra.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
                  + ".account: give the account that production belongs to; as it is, it is"
                  + " deployed to whichever account the credentials are of"
                  + others(environment, app)));
    }
    if (environment.kind().protectsData()
        && environment.account().isPresent()
        && environment.region().isEmpty()) {
      warnings.add(
          new Warning(
              "students:regionNotPinned",
              path
                  + ".region: give the Region of production's table; as it is, credentials that are"
                  + " set to another Region make a second, empty table there."));
    }
    if (!environment.kind().protectsData() && environment.account().isEmpty()) {
      pinnedProduction(app)
          .ifPresent(
              production ->
                  warnings.add(
                      new Warning(
                          "students:accountNotPinned",
                          path
                              + ".account: give an account, as "
                              + production
                              + " has one; as it is, whoever deploys with the credentials of"
                              + " production deploys this into the same account.")));
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

  private static Optional<String> pinnedProduction(AppSettings app) {
    return app.environments().stream()
        .filter(it -> it.kind().protectsData() && it.account().isPresent())
        .map(EnvironmentSettings::name)
        .findFirst();
  }

  private static String others(EnvironmentSettings environment, AppSettings app) {
    List<String> others =
        app.environments().stream()
            .filter(it -> it.account().isEmpty() && !it.equals(environment))
            .map(EnvironmentSettings::name)
            .toList();
    return others.isEmpty() ? "." : ", together with " + String.join(", ", others) + ".";
  }

  /**
   * A warning about an account that {@code cdk.json} pins and that settings on the command line,
   * which replace those of the file, do not.
   *
   * @param pinned accounts by the names of environments, as {@code cdk.json} says
   */
  static Optional<Warning> ofUnpinned(EnvironmentSettings environment, Map<String, String> pinned) {
    return Optional.ofNullable(pinned.get(environment.environment()))
        .filter(account -> !environment.account().equals(Optional.of(account)))
        .map(
            account ->
                new Warning(
                    "students:accountUnpinned",
                    "students."
                        + environment.environment()
                        + ".account: is "
                        + account
                        + " in cdk.json, whose settings those of the command line replace: repeat"
                        + " it there."));
  }

  /**
   * The warnings of a stack with a pipeline's roles.
   *
   * @param region where the stack is deployed; if empty, wherever the credentials are
   * @see <a
   *     href="https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens">Immutable
   *     subject claims</a>
   */
  static List<Warning> ofDelivery(DeliverySettings delivery, Optional<String> region) {
    List<Warning> warnings = new ArrayList<>();
    if (delivery.mutableSubjects()) {
      warnings.add(
          new Warning(
              "students:mutableSubject",
              "students.delivery: give ownerId and repositoryId, which GitHub writes into the"
                  + " tokens of every repository that was created, renamed or transferred since 15"
                  + " July 2026; as it is, the roles trust the repository's name, whoever has it,"
                  + " and refuse those tokens."));
    }
    region
        .filter(it -> delivery.ofGithub() && !new AwsRegion(it).partition().equals("aws"))
        .ifPresent(
            it ->
                warnings.add(
                    new Warning(
                        "students:claimsNotCompared",
                        "students.delivery: AWS compares GitHub's claims beside the subject in the"
                            + " commercial Regions only; until it does in "
                            + it
                            + ", nobody can assume these roles.")));
    return warnings;
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
