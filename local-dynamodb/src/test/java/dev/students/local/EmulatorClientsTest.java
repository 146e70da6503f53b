package dev.students.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What a user has set up for AWS and for the network is set in a process of its own. */
class EmulatorClientsTest {

  private static final String ANSWERS = "tables=[t] parameter=v account=000000000000";

  private static final JavaProgram PROGRAM = new JavaProgram(UserSettingsProgram.class);

  /** Accepts no connection: what is sent there fails. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private HttpServer emulator;

  @BeforeEach
  void startEmulator() throws IOException {
    emulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    emulator.createContext("/", EmulatorClientsTest::answer);
    emulator.start();
  }

  @AfterEach
  void stopEmulator() {
    emulator.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    String body =
        target.startsWith("DynamoDB")
            ? "{\"TableNames\":[\"t\"]}"
            : target.startsWith("AmazonSSM")
                ? "{\"Parameter\":{\"Name\":\"p\",\"Value\":\"v\"}}"
                : "<GetCallerIdentityResponse><GetCallerIdentityResult>"
                    + "<Account>000000000000</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROXY, " + NOWHERE,
    "http_proxy, " + NOWHERE,
    "HTTPS_PROXY, " + NOWHERE,
    "AWS_USE_FIPS_ENDPOINT, true",
    "AWS_USE_FIPS_ENDPOINT, perhaps",
    "AWS_USE_DUALSTACK_ENDPOINT, true",
    "AWS_ENDPOINT_URL, " + NOWHERE,
    "AWS_ENDPOINT_URL_DYNAMODB, " + NOWHERE,
    "AWS_ENDPOINT_URL_SSM, not an address",
    "AWS_PROFILE, absent",
    "AWS_REGION, nowhere at all",
    "AWS_DEFAULTS_MODE, auto",
    "AWS_ACCOUNT_ID_ENDPOINT_MODE, required",
    "AWS_ENABLE_ENDPOINT_DISCOVERY, true",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI, " + NOWHERE
  })
  void clients_environmentVariableOfTheUser_reachTheEmulator(String variable, String value)
      throws Exception {
    assertThat(run(Map.of(variable, value), List.of())).isEqualTo(ANSWERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttp.nonProxyHosts=",
        "-DsocksProxyHost=127.0.0.1 -DsocksProxyPort=9 -DsocksNonProxyHosts=",
        "-Daws.useFipsEndpoint=true",
        "-Daws.useDualstackEndpoint=true",
        "-Daws.endpointUrl=" + NOWHERE,
        "-Daws.profile=absent"
      })
  void clients_systemPropertyOfTheUser_reachTheEmulator(String properties) throws Exception {
    assertThat(run(Map.of(), List.of(properties.split(" ", -1)))).isEqualTo(ANSWERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true",
        "[default]\nendpoint_url = http://127.0.0.1:9\nservices = s\n\n"
            + "[services s]\ndynamodb =\n  endpoint_url = http://127.0.0.1:9",
        "[default]\ncredential_process = /nowhere\nrole_arn = arn:aws:iam::1:role/r",
        "[default]\ndefaults_mode = auto\naccount_id_endpoint_mode = required"
      })
  void clients_profileOfTheUser_reachTheEmulator(String profile, @TempDir Path home)
      throws Exception {
    Path config = Files.writeString(home.resolve("config"), profile);

    assertThat(
            run(
                Map.of(
                    "AWS_CONFIG_FILE", config.toString(),
                    "AWS_SHARED_CREDENTIALS_FILE", config.toString()),
                List.of()))
        .isEqualTo(ANSWERS);
  }

  @Test
  void embeddedDatabase_everySettingOfTheUser_isReached(@TempDir Path home) throws Exception {
    Path config = Files.writeString(home.resolve("config"), "[default]\nuse_fips_endpoint = true");

    assertThat(
            PROGRAM.run(
                List.of(
                    "-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=9", "-Dhttp.nonProxyHosts="),
                Map.of(
                    "HTTP_PROXY",
                    NOWHERE,
                    "AWS_USE_FIPS_ENDPOINT",
                    "true",
                    "AWS_USE_DUALSTACK_ENDPOINT",
                    "true",
                    "AWS_ENDPOINT_URL",
                    NOWHERE,
                    "AWS_PROFILE",
                    "absent",
                    "AWS_CONFIG_FILE",
                    config.toString()),
                List.of()))
        .isEqualTo("tables=[]");
  }

  @Test
  void withRegionAndCredentials_replaceOnlyThose() {
    EmulatorClients clients = EmulatorClients.of(URI.create(NOWHERE));
    var others = StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "other"));

    assertThat(clients.withRegion(Region.EU_WEST_1).withCredentials(others))
        .isEqualTo(new EmulatorClients(URI.create(NOWHERE), Region.EU_WEST_1, others));
    assertThat(clients.region()).isEqualTo(Region.US_EAST_1);
  }

  private String run(Map<String, String> environment, List<String> jvmOptions) throws Exception {
    return PROGRAM.run(
        jvmOptions, environment, List.of("http://127.0.0.1:" + emulator.getAddress().getPort()));
  }
}
