package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.students.infra.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  private static final AlarmSettings USUAL_ALARMS =
      new AlarmSettings(
          Optional.empty(), Optional.empty(), false, 1, 1, 1, 200, 100, 100, 40_000, 40_000);

  private static final ThroughputSettings NO_LIMITS =
      new ThroughputSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void read_emptyEnvironment_getsDefaultsOfItsKind() {
    assertThat(SettingsReader.read("students", Map.of("production", Map.of())))
        .isEqualTo(
            new AppSettings(
                List.of(
                    new EnvironmentSettings(
                        "production",
                        EnvironmentKind.PRODUCTION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        30,
                        false,
                        false,
                        true,
                        NO_LIMITS,
                        List.of(),
                        USUAL_ALARMS,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())),
                Optional.empty()));
  }

  @Test
  void read_jsonText_isReadLikeObject() {
    String text =
        """
        {"dev": {"account": "000000000000", "region": "eu-central-1", "instance": "run-7",
          "encryptionKeyArn": "arn:aws:kms:eu-central-1:000000000000:key/a1", "applicationMayErase": true, "applicationMayReadWholeTable": true,
          "truncationReservedConcurrency": 1, "logRetentionDays": 7, "tags": {"team": "campus"}}}
        """;
    assertThat(SettingsReader.read("students", text))
        .isEqualTo(
            new AppSettings(
                List.of(
                    new EnvironmentSettings(
                        "dev",
                        EnvironmentKind.DEV,
                        Optional.of("000000000000"),
                        Optional.of("eu-central-1"),
                        Optional.of("run-7"),
                        Optional.of("arn:aws:kms:eu-central-1:000000000000:key/a1"),
                        true,
                        Optional.of(1),
                        7,
                        true,
                        true,
                        false,
                        NO_LIMITS,
                        List.of(),
                        USUAL_ALARMS,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("team", "campus"))),
                Optional.empty()));
  }

  @Test
  void read_severalEnvironments_keepsTheirOrder() {
    assertThat(SettingsReader.read("students", "{\"staging\": {}, \"dev\": {}}").environments())
        .extracting(EnvironmentSettings::name)
        .containsExactly("staging", "dev");
  }

  @Test
  void read_missingContext_saysWhatToWrite() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", null))
        .withMessage(
            "students: must be an object with at least one environment, such as dev, staging,"
                + " production");
  }

  @Test
  void read_misspeltSetting_listsKnownSettings() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", Map.of("dev", Map.of("tag", Map.of()))))
        .withMessage(
            "students.dev.tag: is not a setting; the settings here are account, alarms,"
                + " applicationMayErase, applicationMayReadWholeTable, backup, budget, contributorInsights, encryptionKeyArn,"
                + " instance, kind, logRetentionDays, maxReadUnits, maxWriteUnits, region, tags,"
                + " truncationFunction, truncationReservedConcurrency, warmReadUnits,"
                + " warmWriteUnits, writers");
  }

  @Test
  void read_invalidEmail_messageOmitsAddress() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                SettingsReader.read(
                    "students",
                    Map.of("staging", Map.of("alarms", Map.of("email", "ada@lovelace")))))
        .withMessage(
            "students.staging.alarms.email: must be one plain e-mail address, such as"
                + " on-call@school.example");
  }
}
