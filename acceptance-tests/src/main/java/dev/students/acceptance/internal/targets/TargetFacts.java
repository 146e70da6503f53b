package dev.students.acceptance.internal.targets;

import dev.students.truncation.EndpointHost;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The identity of a deployed target as reported by itself: the ARN of the table, and the address to
 * which the request was sent.
 */
public record TargetFacts(String account, String region, URI endpoint, String table) {

  /** Requests the facts from the table. */
  static TargetFacts of(DynamoDbClientBuilder builder, String table) {
    List<URI> asked = new CopyOnWriteArrayList<>();
    ExecutionInterceptor listening =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            asked.add(context.httpRequest().getUri());
          }
        };
    try (DynamoDbClient client =
        builder
            .overrideConfiguration(
                builder.overrideConfiguration().toBuilder()
                    .addExecutionInterceptor(listening)
                    .build())
            .build()) {
      // arn:partition:service:region:account:resource
      String[] arn =
          client.describeTable(ask -> ask.tableName(table)).table().tableArn().split(":", 6);
      return new TargetFacts(arn[4], arn[3], asked.get(0).resolve("/"), table);
    }
  }

  /** Whether it is AWS itself and not an emulator to which the user's settings point. */
  public boolean isAws() {
    return EndpointHost.of(endpoint).filter(EndpointHost::isAws).isPresent();
  }

  /** The host and port of the endpoint. */
  public String host() {
    return endpoint.getAuthority();
  }

  @Override
  public String toString() {
    return "account "
        + account
        + ", Region "
        + region
        + ", endpoint "
        + endpoint
        + ", table "
        + table
        + (isAws() ? "" : " (an emulator, not AWS)");
  }
}
