package dev.students.truncation.internal;

import java.net.URI;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * What the SDK did for one call: the endpoint, the number of attempts, and the reasons for retries,
 * which the SDK does not otherwise show to its caller.
 *
 * <p>Written by the calling thread before the call returns or throws.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/metrics-list.html">AWS
 *     SDK for Java: service client metrics</a>
 */
public final class CallTrace implements MetricPublisher {

  private static final URI UNKNOWN = URI.create("unknown:///");

  private URI endpoint = UNKNOWN;
  private int retries;
  private boolean throttled;
  private boolean answerLost;
  private boolean timedOut;

  @Override
  public void publish(MetricCollection call) {
    call.metricValues(CoreMetric.RETRY_COUNT).forEach(count -> retries += count);
    call.metricValues(CoreMetric.SERVICE_ENDPOINT).forEach(uri -> endpoint = uri);
    call.children().stream()
        .forEach(
            attempt ->
                attempt
                    .metricValues(CoreMetric.ERROR_TYPE)
                    .forEach(errorType -> attemptFailed(errorType, attempt)));
  }

  private void attemptFailed(String errorType, MetricCollection attempt) {
    switch (errorType) {
      case "Throttling" -> throttled = true;
      case "IO" -> answerLost = true;
      case "ConfiguredTimeout" -> {
        answerLost = true;
        timedOut = true;
      }
      default ->
          answerLost |=
              attempt.metricValues(HttpMetric.HTTP_STATUS_CODE).stream()
                  .anyMatch(status -> status >= 500);
    }
  }

  /** The endpoint to which the call was sent. */
  public URI endpoint() {
    return endpoint;
  }

  /** The number of retries. */
  public int retries() {
    return retries;
  }

  /** Whether DynamoDB throttled any attempt. */
  public boolean throttled() {
    return throttled;
  }

  /** Whether any attempt timed out. */
  boolean timedOut() {
    return timedOut;
  }

  /** Whether any attempt may have taken effect without a response. */
  public boolean answerLost() {
    return answerLost;
  }

  @Override
  public void close() {}
}
