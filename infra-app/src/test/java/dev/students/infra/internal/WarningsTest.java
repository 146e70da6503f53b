package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static final Map<String, Object> EMAIL = Map.of("email", "on-call@school.example");
  private static final String IDS = "\"ownerId\": \"7\", \"repositoryId\": \"8\", ";

  @Test
  void production_withoutRecipientAndAccount_isWarnedOfWithTheOthersThatShareTheAccount() {
    AppSettings app =
        SettingsReader.read(
            "students",
            "{\"dev\": {}, \"staging\": {\"account\": \"111122223333\"}, \"production\": {}}");

    assertThat(SettingsWarnings.of(app.environments().get(2), app))
        .containsExactly(
            new SettingsWarnings.Warning(
                "students:alarmsReachNobody",
                "students.production.alarms: give email or topicArn; as it is, the alarms notify a"
                    + " topic that nobody is subscribed to."),
            new SettingsWarnings.Warning(
                "students:accountNotPinned",
                "students.production.account: give the account that production belongs to; as it"
                    + " is, it is deployed to whichever account the credentials are of, together"
                    + " with dev."));
    assertThat(SettingsWarnings.of(app.environments().get(0), app)).isEmpty();
    assertThat(SettingsWarnings.of(app.environments().get(1), app))
        .extracting(SettingsWarnings.Warning::id)
        .containsExactly("students:alarmsReachNobody");
  }

  @Test
  void environment_withRecipientAccountAndKnownRegion_isNotWarnedOf() {
    assertThat(
            warnings(
                Map.of("account", "111122223333", "region", "eusc-de-east-1", "alarms", EMAIL)))
        .isEmpty();
  }

  @Test
  void region_unknown_isWarnedOf() {
    assertThat(
            warnings(Map.of("account", "111122223333", "region", "xx-nowhere-9", "alarms", EMAIL)))
        .extracting(SettingsWarnings.Warning::id)
        .containsExactly("students:unknownRegion");
  }

  @Test
  void environment_unpinnedBesidePinnedProduction_isWarnedOf() {
    AppSettings app =
        SettingsReader.read(
            "students",
            """
            {"dev": {}, "qa": {"kind": "staging", "account": "111122223333"},
             "school": {"kind": "production", "account": "444455556666"}}\
            """);

    assertThat(SettingsWarnings.of(app.environments().get(0), app))
        .containsExactly(
            new SettingsWarnings.Warning(
                "students:accountNotPinned",
                "students.dev.account: give an account, as school has one; as it is, whoever"
                    + " deploys with the credentials of production deploys this into the same"
                    + " account."));
    assertThat(SettingsWarnings.of(app.environments().get(1), app))
        .extracting(SettingsWarnings.Warning::id)
        .containsExactly("students:alarmsReachNobody");
  }

  @Test
  void production_withAccountButNoRegion_isWarnedOf() {
    assertThat(warnings(Map.of("account", "111122223333", "alarms", EMAIL)))
        .containsExactly(
            new SettingsWarnings.Warning(
                "students:regionNotPinned",
                "students.production.region: give the Region of production's table; as it is,"
                    + " credentials that are set to another Region make a second, empty table"
                    + " there."));
  }

  @Test
  void account_pinnedInFileAndNotOnCommandLine_isWarnedOf() {
    AppSettings app =
        SettingsReader.read("students", "{\"dev\": {\"instance\": \"ada\"}, \"production\": {}}");
    Map<String, String> pinned = Map.of("dev", "111122223333");

    assertThat(SettingsWarnings.ofUnpinned(app.environments().get(0), pinned))
        .contains(
            new SettingsWarnings.Warning(
                "students:accountUnpinned",
                "students.dev.account: is 111122223333 in cdk.json, whose settings those of the"
                    + " command line replace: repeat it there."));
    assertThat(SettingsWarnings.ofUnpinned(app.environments().get(1), pinned)).isEmpty();
  }

  @Test
  void contextKeys_thatLookLikeSettings_areWarnedOf() {
    assertThat(
            SettingsWarnings.ofContext(List.of("students", "students.dev.instance", "@aws-cdk/x")))
        .hasValueSatisfying(
            warning ->
                assertThat(warning.message())
                    .startsWith("The context keys [students.dev.instance] have no effect"));
    assertThat(SettingsWarnings.ofContext(List.of("students", "studentsx"))).isEmpty();
  }

  @Test
  void delivery_repositoryWithoutIds_isWarnedOf() {
    assertThat(SettingsWarnings.ofDelivery(delivery(""), Optional.of("eu-central-1")))
        .containsExactly(
            new SettingsWarnings.Warning(
                "students:mutableSubject",
                "students.delivery: give ownerId and repositoryId, which GitHub writes into the"
                    + " tokens of every repository that was created, renamed or transferred since"
                    + " 15 July 2026; as it is, the roles trust the repository's name, whoever has"
                    + " it, and refuse those tokens."));
    assertThat(SettingsWarnings.ofDelivery(delivery(IDS), Optional.empty())).isEmpty();
  }

  @Test
  void delivery_ofGithubOutsideTheCommercialRegions_isWarnedOf() {
    assertThat(SettingsWarnings.ofDelivery(delivery(IDS), Optional.of("cn-north-1")))
        .containsExactly(
            new SettingsWarnings.Warning(
                "students:claimsNotCompared",
                "students.delivery: AWS compares GitHub's claims beside the subject in the"
                    + " commercial Regions only; until it does in cn-north-1, nobody can assume"
                    + " these roles."));
  }

  private static DeliverySettings delivery(String ids) {
    return SettingsReader.read(
            "students",
            "{\"dev\": {}, \"delivery\": {"
                + ids
                + "\"repository\": \"a/b\", \"branch\": \"main\"}}")
        .delivery()
        .orElseThrow();
  }

  private static List<SettingsWarnings.Warning> warnings(Map<String, Object> production) {
    AppSettings app = SettingsReader.read("students", Map.of("production", production));
    return SettingsWarnings.of(app.environments().get(0), app);
  }
}
