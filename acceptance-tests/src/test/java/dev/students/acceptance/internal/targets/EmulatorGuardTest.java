package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.testing.LoopbackServer;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorGuardTest {

  private static final String EMULATORS = "000000000000";

  private final EmulatorGuard guard = new EmulatorGuard(Set.of("emulator.test"), EMULATORS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4566",
        "http://localhost:4566",
        "http://[::1]:4566",
        "https://emulator.test",
        "http://EMULATOR.test:80"
      })
  void checkAddress_loopbackOrAllowedHost_isAccepted(String endpoint) {
    assertThatCode(() -> guard.checkAddress(URI.create(endpoint))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.7:4566",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://other.test"
      })
  void checkAddress_anyOtherHost_isRefused(String endpoint) {
    assertThatThrownBy(() -> guard.checkAddress(URI.create(endpoint)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("is not on this machine")
        .hasMessageContaining("--allow-host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dynamodb.eu-central-1.amazonaws.com",
        "https://amazonaws.com",
        "https://dynamodb.cn-north-1.amazonaws.com.cn",
        "https://123.ddb.eu-west-1.api.aws",
        "https://dynamodb.eusc-de-east-1.amazonaws.eu",
        "https://DynamoDB.US-east-1.AmazonAWS.com."
      })
  void checkAddress_hostOfAwsAllowedByName_isRefused(String endpoint) {
    URI uri = URI.create(endpoint);
    EmulatorGuard trusting =
        new EmulatorGuard(Set.of(uri.getHost().toLowerCase(java.util.Locale.ROOT)), EMULATORS);
    assertThatThrownBy(() -> trusting.checkAddress(uri))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("is AWS itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:4566", "ftp://127.0.0.1", "http:///path"})
  void checkAddress_notAnAddress_isRefused(String endpoint) {
    assertThatThrownBy(() -> guard.checkAddress(URI.create("x:" + endpoint)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("is not an address");
  }

  @Test
  void checkAccount_anotherAccount_isRefused() {
    assertThatThrownBy(() -> checkAgainst("123456789012"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("reports the account 123456789012, but an emulator's is");
  }

  @Test
  void checkAccount_theEmulatorsAccount_isAccepted() {
    assertThatCode(() -> checkAgainst(EMULATORS)).doesNotThrowAnyException();
  }

  @Test
  void checkAccount_noAnswer_isRefused() {
    Emulator nobody = new Emulator(URI.create("http://127.0.0.1:9"), EMULATORS);
    assertThatThrownBy(() -> guard.checkAccount(nobody))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("did not report its account");
  }

  @Test
  void checkAccount_badGatewayResponse_isNotReportedAsAStoppedEmulator() {
    assertThatThrownBy(() -> checkAgainst(502, "no upstream"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("it answered with the status 502")
        .hasMessageNotContaining("Start the emulator");
  }

  @Test
  void account_notTwelveDigits_isRefused() {
    assertThatThrownBy(() -> new EmulatorGuard(Set.of(), "test"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("--emulator-account");
  }

  /** Simulates an STS that reports the given account, because a real emulator would need Docker. */
  private void checkAgainst(String account) {
    checkAgainst(
        200,
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>"
            + account
            + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
  }

  private void checkAgainst(int status, String body) {
    try (LoopbackServer sts =
        LoopbackServer.start(exchange -> LoopbackServer.reply(exchange, status, body))) {
      guard.checkAccount(new Emulator(sts.endpoint(), EMULATORS));
    }
  }
}
