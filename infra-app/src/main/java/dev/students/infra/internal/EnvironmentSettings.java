package dev.students.infra.internal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One environment, with every default filled in. {@link SettingsReader} has checked the values.
 *
 * @param account twelve digits; if empty, the account of the deploying credentials
 * @param region such as {@code eu-central-1}; if empty, the Region of the deploying credentials
 * @param instance distinguishes several copies of the dev environment in one account
 * @param encryptionKeyArn a customer-managed KMS key for the table; if empty, a key that DynamoDB
 *     owns, free of charge
 * @param truncationFunction whether the stack has the function that truncates the table
 * @param truncationReservedConcurrency executions reserved for that function, taken from the
 *     account's quota
 * @param logRetentionDays how long CloudWatch keeps that function's log
 * @param applicationMayErase whether the managed policy {@code application} allows erasing a
 *     student for good
 * @param tags of every resource of the stack, sorted, so that the template does not depend on the
 *     order in which they are written
 */
public record EnvironmentSettings(
    EnvironmentKind kind,
    Optional<String> account,
    Optional<String> region,
    Optional<String> instance,
    Optional<String> encryptionKeyArn,
    boolean truncationFunction,
    Optional<Integer> truncationReservedConcurrency,
    int logRetentionDays,
    boolean applicationMayErase,
    AlarmSettings alarms,
    Map<String, String> tags) {

  public EnvironmentSettings {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * The environment's name, as in names of stacks and parameters: {@code dev}, {@code dev-7},
   * {@code production}.
   */
  public String name() {
    return instance.map(it -> kind.key() + "-" + it).orElse(kind.key());
  }
}
