package dev.students.truncation.internal;

import dev.students.truncation.EndpointHost;
import dev.students.truncation.Guard;
import dev.students.truncation.TruncationRefusedException;
import java.net.URI;

/** Tells an emulator's endpoint from AWS's, by the host as written: no name is resolved. */
public final class EmulatorEndpoint {

  private EmulatorEndpoint() {}

  /**
   * Lets through only this machine.
   *
   * @throws TruncationRefusedException unless the host is a loopback address or {@code localhost}
   */
  public static void requireLoopback(URI endpoint) {
    if (!requireHost(endpoint).isLoopback()) {
      throw refused(
          endpoint,
          "its host is not a loopback address. If it is an emulator all the same, allow its host"
              + " by name");
    }
  }

  /**
   * Lets through only the host allowed, and none of AWS's.
   *
   * @throws TruncationRefusedException when the host is AWS's, or not the one allowed
   */
  public static void requireAllowed(URI endpoint, String allowedHost) {
    EndpointHost host = requireHost(endpoint);
    if (host.isAws()) {
      throw refused(endpoint, "its host is AWS's");
    }
    if (!host.equals(new EndpointHost(allowedHost))) {
      throw refused(endpoint, "its host is not the one allowed, " + allowedHost);
    }
  }

  /** Whether this is a host of AWS itself. */
  static boolean isAws(URI endpoint) {
    return requireHost(endpoint).isAws();
  }

  /** Whether both endpoints have the same host and the same port. */
  static boolean same(URI one, URI other) {
    return requireHost(one).equals(requireHost(other)) && port(one) == port(other);
  }

  private static EndpointHost requireHost(URI endpoint) {
    return EndpointHost.of(endpoint)
        .orElseThrow(() -> refused(endpoint, "it names no host, as in http://127.0.0.1:8000"));
  }

  private static int port(URI endpoint) {
    if (endpoint.getPort() >= 0) {
      return endpoint.getPort();
    }
    return "https".equals(endpoint.getScheme()) ? 443 : 80;
  }

  private static TruncationRefusedException refused(URI endpoint, String reason) {
    return new TruncationRefusedException(
        Guard.NOT_AN_EMULATOR,
        "The endpoint " + endpoint + " is not taken for an emulator's: " + reason + ".");
  }
}
