package dev.students.acceptance.internal.targets;

import java.net.URI;

/** The address of this machine for {@code localhost}: with a name, S3's bucket is put before it. */
final class LoopbackAddress {

  private LoopbackAddress() {}

  /**
   * The endpoint with {@code 127.0.0.1} for exactly the host {@code localhost}; any other endpoint
   * as it is.
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
