package dev.students.truncation.internal;

import dev.students.truncation.EndpointHost;
import dev.students.truncation.Guard;
import dev.students.truncation.TruncationRefusedException;
import java.net.URI;

/**
 * Distinguishes endpoints of emulators from those of AWS by their host names alone; no name is
 * resolved.
 */
public final class EmulatorEndpoint {

  private EmulatorEndpoint() {}

  /**
   * Accepts only endpoints on this machine.
   *
   * @throws TruncationRefusedException unless the host is a loopback address or {@code localhost}
   */
  public static void requireLoopback(URI endpoint) {
    if (!requireHost(endpoint).isLoopback()) {
      throw refused(
          endpoint,
          "its host is not a loopback address. If it is an emulator, allow its host by name");
    }
  }

  /**
   * Accepts only the allowed host, and no host of AWS.
   *
   * @throws TruncationRefusedException if the host belongs to AWS, or is not the allowed one
   */
  public static void requireAllowed(URI endpoint, String allowedHost) {
    EndpointHost host = requireHost(endpoint);
    if (host.isAws()) {
      throw refused(endpoint, "its host belongs to AWS");
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
        "The endpoint " + endpoint + " is not accepted as that of an emulator: " + reason + ".");
  }
}
