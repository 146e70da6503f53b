package dev.students.truncation;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Clients of a simulated Parameter Store that contains a few parameters. */
public final class ParameterStore {

  private ParameterStore() {}

  /** A client of a Parameter Store at the given endpoint. */
  public static SsmClient at(URI endpoint, Map<String, String> parameters) {
    return SsmClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(answering(endpoint, parameters))
        .build();
  }

  /** A client whose endpoint is that of AWS in us-east-1. */
  static SsmClient ofAws(Map<String, String> parameters) {
    return ofAws(Region.US_EAST_1, parameters);
  }

  /** A client whose endpoint is that of AWS in the given Region, of any partition. */
  static SsmClient ofAws(Region region, Map<String, String> parameters) {
    return SsmClient.builder()
        .region(region)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(answering(URI.create("http://127.0.0.1:1"), parameters))
        .build();
  }

  private static FaultyHttpClient answering(URI nowhere, Map<String, String> parameters) {
    return new FaultyHttpClient(nowhere)
        .on("GetParameter", (number, body, wire) -> answer(body, parameters));
  }

  private static HttpExecuteResponse answer(String body, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> body.contains("\"Name\":\"" + parameter.getKey() + "\""))
        .map(
            parameter ->
                FaultyHttpClient.answer(
                    200,
                    "{\"Parameter\":{\"Name\":\"%s\",\"Type\":\"String\",\"Value\":\"%s\"}}"
                        .formatted(parameter.getKey(), parameter.getValue())))
        .findFirst()
        .orElseGet(() -> FaultyHttpClient.answer(400, "{\"__type\":\"ParameterNotFound\"}"));
  }
}
