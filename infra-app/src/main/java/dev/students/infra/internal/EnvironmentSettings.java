package dev.students.infra.internal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One environment, with every default filled in. {@link SettingsReader} has checked the values.
 *
 * @param account twelve digits; else the account of whoever deploys
 * @param region such as {@code eu-central-1}; else the Region of whoever deploys
 * @param instance tells apart several copies of the dev environment in one account
 * @param encryptionKeyArn a customer-managed KMS key for the table; else DynamoDB's own key, free
 *     of charge
 * @param truncationFunction whether the stack has the function that empties the table
 * @param truncationReservedConcurrency executions kept for that function, out of the account's
 *     quota
 * @param logRetentionDays how long CloudWatch keeps that function's log
 * @param applicationMayErase whether the managed policy {@code application} allows to erase a
 *     student for good
 * @param tags of every resource of the stack, in one order, so that a template is the same each
 *     time
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
