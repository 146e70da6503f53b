package dev.students.infra.internal;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanCopyActionProps;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.LockConfiguration;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * A daily backup of the table by AWS Backup, in a vault of the stack's own that stays when the
 * stack is deleted, and if asked for a copy in a vault elsewhere.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html">AWS
 *     Backup with DynamoDB</a>
 */
public final class Backup extends Construct {

  /**
   * What is backed up, and how long it is kept.
   *
   * @param encryptionKey encrypts the vault; if empty, a key that AWS manages
   */
  public record Input(BackupSettings settings, String tableArn, Optional<IKey> encryptionKey) {}

  public Backup(Construct scope, String id, Input input) {
    super(scope, id);
    BackupPlan plan = BackupPlan.Builder.create(this, "Plan").build();
    plan.addRule(rule(input, vault(input)));
    plan.addSelection(
        "Table",
        BackupSelectionOptions.builder()
            .resources(List.of(BackupResource.fromArn(input.tableArn())))
            .build());
  }

  private BackupVault vault(Input input) {
    // A vault has one fixed name: it must not stay when its creation is undone.
    BackupVault.Builder vault =
        BackupVault.Builder.create(this, "Vault")
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    input.encryptionKey().ifPresent(vault::encryptionKey);
    if (input.settings().lock()) {
      vault.lockConfiguration(
          LockConfiguration.builder().minRetention(Duration.days(input.settings().days())).build());
    }
    return vault.build();
  }

  private BackupPlanRule rule(Input input, BackupVault vault) {
    BackupSettings settings = input.settings();
    BackupPlanRule.Builder rule =
        BackupPlanRule.Builder.create()
            .ruleName("Daily")
            .backupVault(vault)
            .scheduleExpression(Schedule.cron(CronOptions.builder().hour("2").minute("0").build()))
            .deleteAfter(Duration.days(settings.days()));
    settings
        .copyTo()
        .ifPresent(
            arn ->
                rule.copyActions(
                    List.of(
                        BackupPlanCopyActionProps.builder()
                            .destinationBackupVault(
                                BackupVault.fromBackupVaultArn(this, "CopyVault", arn))
                            .deleteAfter(Duration.days(settings.copyDays()))
                            .build())));
    return rule.build();
  }
}
