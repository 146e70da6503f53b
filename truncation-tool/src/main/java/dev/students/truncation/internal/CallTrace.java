package dev.students.truncation.internal;

import java.net.URI;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * What the SDK did for one call: where it sent it, how often it tried, and why it tried again. The
 * SDK's own retries are else invisible to its caller.
 *
 * <p>Filled by the calling thread before the call returns or throws.
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

  /** Where the call was sent. */
  public URI endpoint() {
    return endpoint;
  }

  /** Attempts beyond the first. */
  public int retries() {
    return retries;
  }

  /** Whether DynamoDB throttled any attempt. */
  public boolean throttled() {
    return throttled;
  }

  /** Whether any attempt took longer than it was given. */
  boolean timedOut() {
    return timedOut;
  }

  /** Whether any attempt may have taken effect unnoticed. */
  public boolean answerLost() {
    return answerLost;
  }

  @Override
  public void close() {}
}
