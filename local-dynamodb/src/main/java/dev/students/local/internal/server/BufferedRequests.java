package dev.students.local.internal.server;

import java.net.HttpURLConnection;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Builds direct connections for a server in this process, which save a millisecond per request.
 *
 * <p>The SDK announces the length of a request's body, and {@link HttpURLConnection} then streams
 * the body. A body that was streamed cannot be sent again, so before each POST it waits a
 * millisecond to see whether the server has closed the kept connection. That is longer than
 * DynamoDB Local takes to read an item. Without the length it buffers the body, does not wait, and
 * adds the length by itself.
 *
 * <p>If the server closes the connection without a response, a buffered request is sent again
 * without the SDK's knowledge. A server in the same process does not do that, but others may.
 */
public final class BufferedRequests implements SdkHttpClient.Builder<BufferedRequests> {

  private static final String LENGTH = "Content-Length";

  @Override
  public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
    return new Client(new DirectConnections().buildWithDefaults(defaults));
  }

  private record Client(SdkHttpClient connections) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      HttpExecuteRequest.Builder buffered =
          HttpExecuteRequest.builder()
              .request(request.httpRequest().copy(http -> http.removeHeader(LENGTH)));
      request.contentStreamProvider().ifPresent(buffered::contentStreamProvider);
      request.metricCollector().ifPresent(buffered::metricCollector);
      return connections.prepareRequest(buffered.build());
    }

    @Override
    public String clientName() {
      return connections.clientName();
    }

    @Override
    public void close() {
      connections.close();
    }
  }
}
