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
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * AWS and network settings that a user may have. Environment variables require a separate process,
 * in which all of them are set together.
 */
class EmulatorClientsTest {

  private static final String ANSWERS = "tables=[t] parameter=v account=000000000000";

  private static final JavaProgram PROGRAM = new JavaProgram(UserSettingsProgram.class);

  /** An address that accepts no connections, so that requests to it fail. */
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

  @Test
  void clients_environmentVariablesOfTheUser_reachTheEmulator() throws Exception {
    assertThat(
            run(
                Map.ofEntries(
                    Map.entry("HTTP_PROXY", NOWHERE),
                    Map.entry("http_proxy", NOWHERE),
                    Map.entry("HTTPS_PROXY", NOWHERE),
                    Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
                    Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"),
                    Map.entry("AWS_ENDPOINT_URL", NOWHERE),
                    Map.entry("AWS_ENDPOINT_URL_DYNAMODB", NOWHERE),
                    Map.entry("AWS_ENDPOINT_URL_SSM", "not an address"),
                    Map.entry("AWS_PROFILE", "absent"),
                    Map.entry("AWS_REGION", "nowhere at all"),
                    Map.entry("AWS_DEFAULTS_MODE", "auto"),
                    Map.entry("AWS_ACCOUNT_ID_ENDPOINT_MODE", "required"),
                    Map.entry("AWS_ENABLE_ENDPOINT_DISCOVERY", "true"),
                    Map.entry("AWS_CONTAINER_CREDENTIALS_FULL_URI", NOWHERE))))
        .isEqualTo(ANSWERS + " embedded=[]");
  }

  @Test
  void clients_malformedSettings_reachTheEmulator() throws Exception {
    assertThat(
            run(
                Map.of(
                    "AWS_USE_FIPS_ENDPOINT", "perhaps",
                    "AWS_USE_DUALSTACK_ENDPOINT", "perhaps",
                    "AWS_DEFAULTS_MODE", "perhaps",
                    "AWS_ENDPOINT_URL", "not an address")))
        .isEqualTo(ANSWERS + " embedded=[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http.proxyHost=127.0.0.1 http.proxyPort=9 http.nonProxyHosts=",
        "socksProxyHost=127.0.0.1 socksProxyPort=9 socksNonProxyHosts=",
        "aws.useFipsEndpoint=true",
        "aws.useDualstackEndpoint=true",
        "aws.endpointUrl=" + NOWHERE,
        "aws.accountIdEndpointMode=perhaps",
        "aws.profile=absent"
      })
  void clients_systemPropertyOfTheUser_reachTheEmulator(String properties) {
    Map<String, String> set =
        Stream.of(properties.split(" "))
            .map(property -> property.split("=", 2))
            .collect(Collectors.toMap(property -> property[0], property -> property[1]));

    assertThat(answersWith(set)).isEqualTo(ANSWERS);
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
    String config = Files.writeString(home.resolve("config"), profile).toString();

    assertThat(answersWith(Map.of("aws.configFile", config, "aws.sharedCredentialsFile", config)))
        .isEqualTo(ANSWERS);
  }

  @Test
  void withRegionAndCredentials_replaceOnlyTheirValues() {
    EmulatorClients clients = EmulatorClients.of(URI.create(NOWHERE));
    var others = StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "other"));

    assertThat(clients.withRegion(Region.EU_WEST_1).withCredentials(others))
        .isEqualTo(new EmulatorClients(URI.create(NOWHERE), Region.EU_WEST_1, others));
    assertThat(clients.region()).isEqualTo(Region.US_EAST_1);
  }

  /** Runs the program in a separate JVM and returns its output. */
  private String run(Map<String, String> environment) throws Exception {
    return PROGRAM.run(List.of(), environment, List.of(endpoint().toString()));
  }

  /** Runs the program in this JVM with the given system properties and returns its output. */
  private String answersWith(Map<String, String> properties) {
    Properties before = (Properties) System.getProperties().clone();
    try {
      properties.forEach(System::setProperty);
      return UserSettingsProgram.answers(endpoint());
    } finally {
      System.setProperties(before);
    }
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + emulator.getAddress().getPort());
  }
}
