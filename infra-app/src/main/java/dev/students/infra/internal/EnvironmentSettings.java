package dev.students.infra.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One environment, with every default filled in. {@link SettingsReader} has checked the values.
 *
 * @param environment the name under which it is written in the settings
 * @param kind decides defaults and guards
 * @param account twelve digits; if empty, the account of the deploying credentials
 * @param region such as {@code eu-central-1}; if empty, the Region of the deploying credentials
 * @param instance distinguishes several copies of the environment in one account
 * @param encryptionKeyArn a customer-managed KMS key for the table; if empty, a key that DynamoDB
 *     owns, free of charge
 * @param truncationFunction whether the stack has the function that truncates the table
 * @param truncationReservedConcurrency executions reserved for that function, taken from the
 *     account's quota
 * @param logRetentionDays how long CloudWatch keeps that function's log
 * @param applicationMayReadWholeTable whether the managed policy {@code application} allows reading
 *     the table from end to end, as listing, exporting and checking do
 * @param applicationMayErase whether the managed policy {@code application} allows erasing a
 *     student for good
 * @param contributorInsights whether CloudWatch records the keys that are throttled
 * @param throughput limits of the table and its index
 * @param writers ARNs of the only roles that may write; if empty, IAM policies alone decide
 * @param budget a monthly budget; if empty, there is none
 * @param backup daily backups beside point-in-time recovery; if empty, there are none
 * @param tags of every resource of the stack, sorted, so that the template does not depend on the
 *     order in which they are written
 */
public record EnvironmentSettings(
    String environment,
    EnvironmentKind kind,
    Optional<String> account,
    Optional<String> region,
    Optional<String> instance,
    Optional<String> encryptionKeyArn,
    boolean truncationFunction,
    Optional<Integer> truncationReservedConcurrency,
    int logRetentionDays,
    boolean applicationMayReadWholeTable,
    boolean applicationMayErase,
    boolean contributorInsights,
    ThroughputSettings throughput,
    List<String> writers,
    AlarmSettings alarms,
    Optional<BudgetSettings> budget,
    Optional<BackupSettings> backup,
    Map<String, String> tags) {

  public EnvironmentSettings {
    writers = List.copyOf(writers);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * The environment's name, as in names of stacks and parameters: {@code dev}, {@code dev-7},
   * {@code production}.
   */
  public String name() {
    return instance.map(it -> environment + "-" + it).orElse(environment);
  }

  /** The name of the environment's stack. */
  public String stackName() {
    return "students-" + name();
  }
}
