package dev.students.infra.internal;

import dev.students.infra.StudentsApp;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/**
 * The app with every optional setting given, synthesized once for all tests, with cdk-nag's rules.
 */
final class EverySetting {

  static final String KEY = SettingPairs.KEY;

  private static final Map<String, Object> ALARMS =
      Map.of(
          "email",
          "on-call@school.example",
          "encryptTopic",
          true,
          "failedConditions",
          42,
          "readUnitsPerSecond",
          100_000_000);

  private static final Map<String, Object> EVERY_SETTING =
      Map.of(
          "dev",
          Map.of("instance", "run-7"),
          "staging",
          Map.ofEntries(
              Map.entry("account", "111122223333"),
              Map.entry("region", "eu-central-1"),
              Map.entry("encryptionKeyArn", KEY),
              Map.entry("truncationFunction", true),
              Map.entry("truncationReservedConcurrency", 2),
              Map.entry("logRetentionDays", 7),
              Map.entry("applicationMayReadWholeTable", true),
              Map.entry("applicationMayErase", true),
              Map.entry("contributorInsights", true),
              Map.entry("maxReadUnits", 20_000),
              Map.entry("maxWriteUnits", 10_000),
              Map.entry("warmReadUnits", 15_000),
              Map.entry("warmWriteUnits", 5_000),
              Map.entry("alarms", ALARMS),
              Map.entry("budget", Map.of("monthlyDollars", 50, "email", "billing@school.example")),
              Map.entry("tags", Map.of("team", "campus"))),
          "production",
          Map.of("encryptionKeyArn", KEY, "region", "eu-central-1"),
          "second-tenant",
          Map.of(
              "kind",
              "production",
              "region",
              "xx-nowhere-9",
              "writers",
              List.of("arn:aws:iam::111122223333:role/students-service"),
              "alarms",
              Map.of("topicArn", "arn:aws:sns:xx-nowhere-9:111122223333:on-call"),
              "backup",
              Map.of(
                  "days",
                  365,
                  "copyTo",
                  "arn:aws:backup:eu-west-1:999988887777:backup-vault:students",
                  "copyDays",
                  90,
                  "lock",
                  true)),
          "qa",
          Map.of("kind", "staging", "account", "111122223333", "region", "eu-central-1"),
          "delivery",
          Map.of("repository", "school/students", "branch", "main"));

  static final Path ASSEMBLY = Path.of("infra-app/target/every-setting.cdk.out");

  static {
    // In one order each time: the first stack of an account has the pipeline's provider.
    App app = app(new TreeMap<>(EVERY_SETTING));
    StudentsApp.addStacks(app);
    List<NagReportFormat> json = List.of(NagReportFormat.JSON);
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(NIST80053R5Checks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(HIPAASecurityChecks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(PCIDSS321Checks.Builder.create().reportFormats(json).build());
    app.synth();
  }

  private EverySetting() {}

  /**
   * The context of {@code cdk.json}, but for the settings; and cdk-nag's findings, which it notes
   * as errors, are left for the test to compare.
   */
  static App app(Map<String, Object> settings) {
    Map<String, Object> context = new HashMap<>(StudentsApp.contextOf(Path.of("cdk.json")));
    context.put("students", settings);
    context.put("@aws-cdk/core:annotationsInValidationReport", false);
    return new App(AppProps.builder().context(context).outdir(ASSEMBLY.toString()).build());
  }

  static String parameter(Template template, String name) {
    return template.properties("AWS::SSM::Parameter").values().stream()
        .filter(it -> it.path("Name").asText().equals(name))
        .map(it -> it.path("Value").toString())
        .findFirst()
        .orElse("");
  }

  static Template production() {
    return Template.read(ASSEMBLY, "students-production");
  }

  static Template tenant() {
    return Template.read(ASSEMBLY, "students-second-tenant");
  }

  static Template staging() {
    return Template.read(ASSEMBLY, "students-staging");
  }
}
