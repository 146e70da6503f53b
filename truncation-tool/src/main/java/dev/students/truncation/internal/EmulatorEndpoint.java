package dev.students.truncation.internal;

import dev.students.truncation.Guard;
import dev.students.truncation.TruncationRefusedException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells an emulator's endpoint from AWS's, by the host as written: no name is resolved. */
public final class EmulatorEndpoint {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(0*:)*:?0*1\\]");

  /** Also of China's Regions ({@code amazonaws.com.cn}) and of dual-stack endpoints. */
  private static final List<String> AWS_DOMAINS =
      List.of("amazonaws.com", "amazonaws.com.cn", "api.aws", "amazonwebservices.com.cn");

  private EmulatorEndpoint() {}

  /**
   * Lets through only this machine.
   *
   * @throws TruncationRefusedException unless the host is a loopback address or {@code localhost}
   */
  public static void requireLoopback(URI endpoint) {
    String host = requireHost(endpoint);
    if (!LOOPBACK.matcher(host).matches()) {
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
    String host = requireHost(endpoint);
    if (isAws(endpoint)) {
      throw refused(endpoint, "its host is AWS's");
    }
    if (!host.equals(normalized(allowedHost))) {
      throw refused(endpoint, "its host is not the one allowed, " + allowedHost);
    }
  }

  /** Whether this is a host of AWS itself. */
  public static boolean isAws(URI endpoint) {
    String host = requireHost(endpoint);
    return AWS_DOMAINS.stream().anyMatch(aws -> host.equals(aws) || host.endsWith("." + aws));
  }

  /** Whether two endpoints are one place: same host, same port. */
  public static boolean same(URI one, URI other) {
    return requireHost(one).equals(requireHost(other)) && port(one) == port(other);
  }

  private static String requireHost(URI endpoint) {
    return Optional.ofNullable(endpoint.getHost())
        .map(EmulatorEndpoint::normalized)
        .orElseThrow(() -> refused(endpoint, "it names no host, as in http://127.0.0.1:8000"));
  }

  private static String normalized(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
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
