package dev.students.truncation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The host of an endpoint, judged by how it is written: no name is ever resolved.
 *
 * <p>Which domains belong to AWS is what the SDK's partition metadata says, for every partition
 * that this SDK knows (China, GovCloud, the European Sovereign Cloud and the isolated ones among
 * them), with and without FIPS and dual-stack; and a few domains that no endpoint rule names.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name in lower case, without the dot that may end a fully qualified name
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</a>
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc1122#section-3.2.1.3">RFC 1122: the
 *     loopback addresses are 127.0.0.0/8</a>
 */
public record EndpointHost(String name) {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
  private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\." + OCTET + "){3}");

  /**
   * Domains that no partition's endpoint rules name: the top-level domain that AWS owns (of
   * function URLs, {@code *.on.aws}), the domains of its services' web sites, and that of GovCloud.
   */
  private static final List<String> FURTHER_AWS_DOMAINS =
      List.of("aws", "aws.dev", "amazon.com", "amazonaws-us-gov.com");

  private static final Set<String> AWS_DOMAINS =
      Stream.concat(FURTHER_AWS_DOMAINS.stream(), domainsOfPartitions())
          .collect(Collectors.toUnmodifiableSet());

  public EndpointHost {
    String lower = name.toLowerCase(Locale.ROOT);
    name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The host of an endpoint. Empty if the URI names none, as {@code localhost:8000} does not. */
  public static Optional<EndpointHost> of(URI endpoint) {
    return Optional.ofNullable(endpoint.getHost()).map(EndpointHost::new);
  }

  /**
   * Whether it is this machine by its loopback interface: {@code localhost}, an address in
   * 127.0.0.0/8, or any spelling of the IPv6 address {@code ::1}, in brackets.
   */
  public boolean isLoopback() {
    return name.equals("localhost")
        || IPV4_LOOPBACK.matcher(name).matches()
        || (name.startsWith("[") && isLoopbackLiteral());
  }

  private boolean isLoopbackLiteral() {
    try {
      // In brackets only an IPv6 address is valid, and an address is not looked up.
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  /** Whether it is a host of AWS, in whatever partition. */
  public boolean isAws() {
    return AWS_DOMAINS.stream()
        .anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
  }

  private static Stream<String> domainsOfPartitions() {
    List<Set<EndpointTag>> variants =
        List.of(
            Set.of(),
            Set.of(EndpointTag.FIPS),
            Set.of(EndpointTag.DUALSTACK),
            Set.of(EndpointTag.FIPS, EndpointTag.DUALSTACK));
    return Region.regions().stream()
        .map(PartitionMetadata::of)
        .distinct()
        .flatMap(partition -> variants.stream().map(tags -> dnsSuffix(partition, tags)))
        // A dual-stack suffix begins with a label for services; the domain is AWS's as a whole.
        .map(suffix -> suffix.startsWith("api.") ? suffix.substring("api.".length()) : suffix);
  }

  private static String dnsSuffix(PartitionMetadata partition, Collection<EndpointTag> tags) {
    return partition.dnsSuffix(PartitionEndpointKey.builder().tags(tags).build());
  }
}
