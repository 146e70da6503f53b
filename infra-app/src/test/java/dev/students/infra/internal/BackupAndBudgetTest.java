package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Backups beyond 35 days and the budget, as settings ask for them. */
class BackupAndBudgetTest {

  @Test
  void backup_given_isKeptLockedCopiedAndRetained() {
    assertThat(EverySetting.tenant().properties("AWS::Backup::BackupPlan").values())
        .singleElement()
        .satisfies(
            plan ->
                assertThat(plan.at("/BackupPlan/BackupPlanRule/0"))
                    .hasToString(
                        "{\"CopyActions\":[{\"DestinationBackupVaultArn\":"
                            + "\"arn:aws:backup:eu-west-1:999988887777:backup-vault:students\","
                            + "\"Lifecycle\":{\"DeleteAfterDays\":90}}],"
                            + "\"Lifecycle\":{\"DeleteAfterDays\":365},\"RuleName\":\"Daily\","
                            + "\"ScheduleExpression\":\"cron(0 2 * * ? *)\","
                            + "\"TargetBackupVault\":{\"Fn::GetAtt\":[\"BackupVaultADF21B19\","
                            + "\"BackupVaultName\"]}}"));
    assertThat(EverySetting.tenant().properties("AWS::Backup::BackupVault").values())
        .extracting(it -> it.path("LockConfiguration").toString())
        .containsExactly("{\"MinRetentionDays\":365}");
    assertThat(
            EverySetting.tenant().resource("BackupVaultADF21B19").path("DeletionPolicy").asText())
        .isEqualTo("RetainExceptOnCreate");
  }

  @Test
  void budget_given_tellsAtFourFifthsAndWhenItWillBeExceeded() {
    assertThat(EverySetting.staging().properties("AWS::Budgets::Budget").values())
        .singleElement()
        .satisfies(
            budget -> {
              assertThat(budget.at("/Budget/BudgetLimit"))
                  .hasToString("{\"Amount\":50,\"Unit\":\"USD\"}");
              assertThat(budget.findValues("Threshold")).hasToString("[80, 100]");
              assertThat(budget.findValues("NotificationType"))
                  .hasToString("[\"ACTUAL\", \"FORECASTED\"]");
              assertThat(budget.findValues("Address"))
                  .hasToString("[\"billing@school.example\", \"billing@school.example\"]");
            });
  }
}
