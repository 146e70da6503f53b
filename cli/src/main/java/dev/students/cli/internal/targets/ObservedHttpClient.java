package dev.students.cli.internal.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Reports each attempt to write to an observer, and refuses responses that are not from DynamoDB.
 */
final class ObservedHttpClient implements SdkHttpClient {

  private static final String OPERATION = "X-Amz-Target";
  private static final List<String> WRITES =
      List.of(".TransactWriteItems", ".BatchWriteItem", ".PutItem", ".UpdateItem", ".DeleteItem");

  private final SdkHttpClient http;
  private final WriteObserver observer;

  private ObservedHttpClient(SdkHttpClient http, WriteObserver observer) {
    this.http = http;
    this.observer = observer;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String operation = request.httpRequest().firstMatchingHeader(OPERATION).orElse("");
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    ExecutableHttpRequest checked = new Checked(prepared);
    return WRITES.stream().anyMatch(operation::endsWith)
        ? new Observed(checked, observer)
        : checked;
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }

  /** An attempt to write. */
  private record Observed(ExecutableHttpRequest request, WriteObserver observer)
      implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() throws IOException {
      observer.sending();
      try {
        HttpExecuteResponse response = request.call();
        int status = response.httpResponse().statusCode();
        if (status >= 300 && status < 500) {
          observer.hadNoEffect();
        }
        return response;
      } catch (SdkClientException e) {
        if (e.getCause() instanceof NotDynamoDbException) {
          observer.hadNoEffect();
        }
        throw e;
      } catch (IOException e) {
        if (wasNotSent(e)) {
          observer.hadNoEffect();
        }
        throw e;
      }
    }

    private static boolean wasNotSent(IOException e) {
      String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return e instanceof ConnectException
          || e instanceof UnknownHostException
          || e instanceof NoRouteToHostException
          || e instanceof SSLHandshakeException
          || (e instanceof SSLException && message.contains("unrecognized ssl message"))
          || (e instanceof SocketTimeoutException && message.startsWith("connect"));
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  /**
   * Refuses a response that is not from DynamoDB. Server errors are left to the SDK, because a
   * retry helps if a load balancer temporarily responds instead of AWS.
   */
  private record Checked(ExecutableHttpRequest request) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() throws IOException {
      HttpExecuteResponse response = send();
      SdkHttpResponse answer = response.httpResponse();
      if (answer.statusCode() < 500 && !isOfAws(answer)) {
        response.responseBody().ifPresent(body -> body.abort());
        throw NotDynamoDbException.inSdkException(describe(answer));
      }
      return response;
    }

    /** The SDK tries again after an I/O exception, but not in the form that its client throws. */
    private HttpExecuteResponse send() throws IOException {
      try {
        return request.call();
      } catch (UncheckedIOException e) {
        throw Objects.requireNonNull(e.getCause());
      }
    }

    private static String describe(SdkHttpResponse answer) {
      if (answer.statusCode() < 0) {
        return "an answer that is not HTTP";
      }
      String type = answer.firstMatchingHeader("Content-Type").orElse("");
      return "%s (HTTP %d)"
          .formatted(
              type.isEmpty() ? "an answer without content type" : type.replaceFirst(";.*", ""),
              answer.statusCode());
    }

    /** Emulators, too, send one of these. */
    private static boolean isOfAws(SdkHttpResponse answer) {
      return answer.firstMatchingHeader("x-amzn-RequestId").isPresent()
          || answer.firstMatchingHeader("x-amz-crc32").isPresent()
          || answer
              .firstMatchingHeader("Content-Type")
              .filter(type -> type.startsWith("application/x-amz-json"))
              .isPresent();
    }

    @Override
    public void abort() {
      request.abort();
    }
  }

  /** Builds it around the client built by another builder. */
  record Builder(SdkHttpClient.Builder<?> http, WriteObserver observer)
      implements SdkHttpClient.Builder<Builder> {

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new ObservedHttpClient(http.buildWithDefaults(defaults), observer);
    }
  }
}
