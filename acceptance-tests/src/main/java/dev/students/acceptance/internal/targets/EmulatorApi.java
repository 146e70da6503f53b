package dev.students.acceptance.internal.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Signed requests to services for which the project has no SDK client. Clean-up needs only a few of
 * them, which do not justify two more SDK modules.
 */
final class EmulatorApi {

  private final Emulator emulator;

  EmulatorApi(Emulator emulator) {
    this.emulator = emulator;
  }

  /** A response with a status below 500. */
  record Answer(int status, String body) {

    boolean ok() {
      return status < 300;
    }
  }

  /**
   * Calls an action of CloudFormation's query protocol.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/Welcome.html">AWS
   *     CloudFormation API reference</a>
   */
  Answer cloudFormation(String action, Map<String, String> parameters) {
    Map<String, String> form = new TreeMap<>(parameters);
    form.put("Action", action);
    form.put("Version", "2010-05-15");
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .uri(emulator.endpoint())
            .method(SdkHttpMethod.POST)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .putHeader("Content-Length", String.valueOf(body.getBytes(UTF_8).length))
            .build();
    return send("cloudformation", request, Optional.of(body));
  }

  /** Sends a request without a body to S3, with the bucket in the path. */
  Answer s3(SdkHttpMethod method, String path, Map<String, String> query) {
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder().uri(emulator.endpoint()).method(method).encodedPath(path);
    query.forEach(request::putRawQueryParameter);
    return send("s3", request.build(), Optional.empty());
  }

  private Answer send(String service, SdkHttpFullRequest request, Optional<String> body) {
    Optional<ContentStreamProvider> payload = body.map(ContentStreamProvider::fromUtf8String);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign -> {
                  sign.identity(emulator.credentials())
                      .request(request)
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, Emulator.REGION.id());
                  payload.ifPresent(sign::payload);
                });
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
    signed.payload().ifPresent(execute::contentStreamProvider);
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            // The emulator is on this machine or explicitly allowed, so no proxy is needed.
            .proxyConfiguration(
                ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariablesValues(false)
                    .build())
            .build()) {
      HttpExecuteResponse response = http.prepareRequest(execute.build()).call();
      Answer answer =
          new Answer(response.httpResponse().statusCode(), text(response.responseBody()));
      if (answer.status() >= 500) {
        throw new TargetException(
            "The emulator failed at a request to " + service + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new TargetException(
          "The emulator at " + emulator.endpoint() + " cannot be reached: " + e.getMessage(), e);
    }
  }

  private static String text(Optional<AbortableInputStream> body) throws IOException {
    if (body.isEmpty()) {
      return "";
    }
    try (InputStream in = body.get()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
