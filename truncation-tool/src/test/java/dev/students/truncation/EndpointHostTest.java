package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

class EndpointHostTest {

  private static EndpointHost host(String name) {
    return EndpointHost.of(URI.create("https://" + name)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:4566",
        "localhost.",
        "127.0.0.1:8000",
        "127.8.9.10",
        "127.255.255.255",
        "[::1]:4566",
        "[0:0:0:0:0:0:0:1]",
        "[0000:0000:0000:0000:0000:0000:0000:0001]",
        "[::0:1]",
        "[::ffff:127.0.0.1]"
      })
  void isLoopback_everySpelling_isTrue(String name) {
    assertThat(host(name).isLoopback()).isTrue();
    assertThat(host(name).isAws()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.example.com",
        "127.0.0.1.example.com",
        "127.0.0.1.nip.io",
        "localhost.example.com",
        "localhost.localstack.cloud",
        "notlocalhost",
        "128.0.0.1",
        "10.127.0.0",
        "0.0.0.0",
        "[::2]",
        "[::]",
        "[1::1]",
        "[fe80::1]",
        "[::ffff:10.0.0.1]",
        "amazonaws.example.com",
        "myamazonaws.com",
        "amazonaws.com.example.com",
        "draws.example.com",
        "localstack"
      })
  void anyOtherHost_isNeitherLoopbackNorAws(String name) {
    assertThat(host(name).isLoopback()).isFalse();
    assertThat(host(name).isAws()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amazonaws.com",
        "dynamodb.us-east-1.amazonaws.com",
        "DynamoDB.US-east-1.AmazonAWS.com.:443",
        "123456789012.ddb.us-east-1.amazonaws.com",
        "dynamodb-fips.us-gov-west-1.amazonaws.com",
        "vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com",
        "dynamodb.us-east-1.api.aws",
        "dynamodb.cn-north-1.amazonaws.com.cn",
        "dynamodb.cn-north-1.api.amazonwebservices.com.cn",
        "dynamodb.eusc-de-east-1.amazonaws.eu",
        "dynamodb.eusc-de-east-1.api.amazonwebservices.eu",
        "dynamodb.us-iso-east-1.c2s.ic.gov",
        "dynamodb.us-isob-east-1.sc2s.sgov.gov",
        "dynamodb.eu-isoe-west-1.cloud.adc-e.uk",
        "dynamodb.us-isof-south-1.csp.hci.ic.gov",
        "dynamodb.us-isof-south-1.api.aws.hci.ic.gov",
        "abc.lambda-url.eu-west-1.on.aws",
        "playground.aws.dev",
        "aws.amazon.com",
        "console.amazonaws-us-gov.com"
      })
  void isAws_hostInEveryPartition_isTrue(String name) {
    assertThat(host(name).isAws()).isTrue();
    assertThat(host(name).isLoopback()).isFalse();
  }

  static Iterable<URI> endpointsOfEveryRegion() {
    return Region.regions().stream()
        .flatMap(
            region ->
                Stream.of(DynamoDbClient.serviceMetadata(), SsmClient.serviceMetadata())
                    .map((ServiceMetadata service) -> service.endpointFor(region)))
        .map(endpoint -> URI.create("https://" + endpoint))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("endpointsOfEveryRegion")
  void isAws_hostInEveryRegionOfTheSdk_isTrue(URI endpoint) {
    assertThat(EndpointHost.of(endpoint).orElseThrow().isAws()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "/path", "http:///path", "http://my_host"})
  void of_uriWithoutHost_isEmpty(String uri) {
    assertThat(EndpointHost.of(URI.create(uri))).isEmpty();
  }

  @Test
  void of_spellingsOfOneHost_areEqual() {
    assertThat(EndpointHost.of(URI.create("http://user@LOCALSTACK.:4566/x")))
        .isEqualTo(Optional.of(new EndpointHost("localstack")));
  }
}
