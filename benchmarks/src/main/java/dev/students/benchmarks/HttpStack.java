package dev.students.benchmarks;

import dev.students.local.EmulatorClients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The HTTP clients of the SDK. The store takes synchronous ones. */
enum HttpStack {
  URL_CONNECTION("url-connection", true),
  APACHE5("Apache 5", true),
  CRT("CRT", true),
  NETTY("Netty", false),
  CRT_ASYNC("CRT, asynchronous", false);

  /** More than are ever in flight. */
  private static final int CONNECTIONS = 300;

  private final String title;
  private final boolean isSynchronous;

  HttpStack(String title, boolean isSynchronous) {
    this.title = title;
    this.isSynchronous = isSynchronous;
  }

  String title() {
    return title;
  }

  boolean isSynchronous() {
    return isSynchronous;
  }

  DynamoDbClient client(URI endpoint) {
    return LocalTable.client(endpoint, http());
  }

  private SdkHttpClient.Builder<?> http() {
    return switch (this) {
      case URL_CONNECTION -> UrlConnectionHttpClient.builder();
      case APACHE5 -> Apache5HttpClient.builder().maxConnections(CONNECTIONS);
      case CRT -> AwsCrtHttpClient.builder().maxConcurrency(CONNECTIONS);
      default -> throw new IllegalStateException(title + " is asynchronous");
    };
  }

  DynamoDbAsyncClient asyncClient(URI endpoint) {
    return DynamoDbAsyncClient.builder()
        .endpointOverride(endpoint)
        .region(EmulatorClients.of(endpoint).region())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(asyncHttp())
        .build();
  }

  private SdkAsyncHttpClient.Builder<?> asyncHttp() {
    return switch (this) {
      case NETTY -> NettyNioAsyncHttpClient.builder().maxConcurrency(CONNECTIONS);
      case CRT_ASYNC -> AwsCrtAsyncHttpClient.builder().maxConcurrency(CONNECTIONS);
      default -> throw new IllegalStateException(title + " is synchronous");
    };
  }
}
