package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.students.infra.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  private static final AlarmSettings USUAL_ALARMS =
      new AlarmSettings(Optional.empty(), 1, 1, 1, 200, 100, 100, 40_000, 40_000);

  @Test
  void read_emptyEnvironment_getsDefaultsOfItsKind() {
    assertThat(SettingsReader.read("students", Map.of("production", Map.of())))
        .isEqualTo(
            new AppSettings(
                List.of(
                    new EnvironmentSettings(
                        EnvironmentKind.PRODUCTION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        30,
                        false,
                        USUAL_ALARMS,
                        Map.of()))));
  }

  @Test
  void read_jsonText_isReadLikeObject() {
    String text =
        """
        {"dev": {"account": "000000000000", "region": "eu-central-1", "instance": "run-7",
          "encryptionKeyArn": "arn:aws:kms:eu-central-1:000000000000:key/a1", "applicationMayErase": true,
          "truncationReservedConcurrency": 1, "logRetentionDays": 7, "tags": {"team": "campus"}}}
        """;
    assertThat(SettingsReader.read("students", text))
        .isEqualTo(
            new AppSettings(
                List.of(
                    new EnvironmentSettings(
                        EnvironmentKind.DEV,
                        Optional.of("000000000000"),
                        Optional.of("eu-central-1"),
                        Optional.of("run-7"),
                        Optional.of("arn:aws:kms:eu-central-1:000000000000:key/a1"),
                        true,
                        Optional.of(1),
                        7,
                        true,
                        USUAL_ALARMS,
                        Map.of("team", "campus")))));
  }

  @Test
  void read_severalEnvironments_keepsTheirOrder() {
    assertThat(SettingsReader.read("students", "{\"staging\": {}, \"dev\": {}}").environments())
        .extracting(EnvironmentSettings::name)
        .containsExactly("staging", "dev");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                       | students
          []                                             | students
          {}                                             | students
          {"test": {}}                                   | students.test
          {"dev": true}                                  | students.dev
          {"dev": null}                                  | students.dev
          {"dev": {}, "dev": {}}                         | students
          {"dev": {"acount": "111122223333"}}            | students.dev.acount
          {"dev": {"account": "11112222333"}}            | students.dev.account
          {"dev": {"account": 111122223333}}             | students.dev.account
          {"dev": {"region": "Frankfurt"}}               | students.dev.region
          {"dev": {"region": null}}                      | students.dev.region
          {"dev": {"instance": "Run_7"}}                 | students.dev.instance
          {"staging": {"instance": "7"}}                 | students.staging.instance
          {"dev": {"instance": "like-production"}}       | students.dev.instance
          {"dev": {"encryptionKeyArn": "alias/mine"}}    | students.dev.encryptionKeyArn
          {"dev": {"region": "us-east-1", "encryptionKeyArn": "arn:aws:kms:eu-west-1:111122223333:key/a"}} | students.dev.encryptionKeyArn
          {"production": {"truncationFunction": true}}   | students.production.truncationFunction
          {"dev": {"truncationFunction": "yes"}}         | students.dev.truncationFunction
          {"dev": {"truncationReservedConcurrency": 0}}  | students.dev.truncationReservedConcurrency
          {"staging": {"truncationReservedConcurrency": 1}} | students.staging.truncationReservedConcurrency
          {"dev": {"logRetentionDays": 31}}              | students.dev.logRetentionDays
          {"dev": {"logRetentionDays": 7.5}}             | students.dev.logRetentionDays
          {"dev": {"logRetentionDays": 99999999999}}     | students.dev.logRetentionDays
          {"dev": {"logRetentionDays": "7"}}             | students.dev.logRetentionDays
          {"production": {"logRetentionDays": 7}}        | students.production.logRetentionDays
          {"dev": {"alarms": {}}}                        | students.dev.alarms
          {"staging": {"alarms": []}}                    | students.staging.alarms
          {"staging": {"alarms": {"email": "nobody"}}}   | students.staging.alarms.email
          {"staging": {"alarms": {"latencyMilliseconds": -1}}} | students.staging.alarms.latencyMilliseconds
          {"staging": {"alarms": {"latency": 1}}}        | students.staging.alarms.latency
          {"dev": {"tags": {"aws:x": "y"}}}              | students.dev.tags.aws:x
          {"dev": {"tags": {"AWS:x": "y"}}}              | students.dev.tags.AWS:x
          {"dev": {"tags": {"cost#": "7"}}}              | students.dev.tags.cost#
          {"dev": {"tags": {"cost": "7 €"}}}             | students.dev.tags.cost
          {"dev": {"tags": {"size": 3}}}                 | students.dev.tags.size
          """)
  void read_invalidSetting_isRefusedWithPathAndRule(String context, String path) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", context))
        .withMessageStartingWith(path + ": ")
        .satisfies(e -> assertThat(e.setting()).isEqualTo(path));
  }

  @Test
  void read_missingContext_saysWhatToWrite() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", null))
        .withMessage(
            "students: must be an object with at least one of the environments dev, staging, production");
  }

  @Test
  void read_misspeltSetting_listsKnownSettings() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", Map.of("dev", Map.of("tag", Map.of()))))
        .withMessage(
            "students.dev.tag: is not a setting; the settings here are account, alarms,"
                + " applicationMayErase, encryptionKeyArn, instance, logRetentionDays, region, tags,"
                + " truncationFunction, truncationReservedConcurrency");
  }

  @Test
  void read_invalidEmail_messageOmitsAddress() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                SettingsReader.read(
                    "students",
                    Map.of("staging", Map.of("alarms", Map.of("email", "ada@lovelace")))))
        .withMessage("students.staging.alarms.email: must be one e-mail address");
  }
}
