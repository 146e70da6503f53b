package dev.students.acceptance.internal.targets;

import java.net.URI;

/**
 * Replaces {@code localhost} by an IP address, because S3 clients prepend the bucket to host names.
 */
final class LoopbackAddress {

  private LoopbackAddress() {}

  /**
   * Returns the endpoint with {@code 127.0.0.1} instead of {@code localhost}; other endpoints
   * unchanged.
   */
  static URI of(URI endpoint) {
    return "localhost".equalsIgnoreCase(endpoint.getHost())
        ? URI.create(
            endpoint.getScheme()
                + "://127.0.0.1"
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort())
                + endpoint.getRawPath())
        : endpoint;
  }
}
