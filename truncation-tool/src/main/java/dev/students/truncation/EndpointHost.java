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
 * The host of an endpoint, classified by its name alone; no name is ever resolved.
 *
 * <p>The domains of AWS are taken from the SDK's partition metadata, for every partition that the
 * SDK knows (including China, GovCloud, the European Sovereign Cloud and the isolated partitions),
 * with and without FIPS and dual-stack. A few domains that no endpoint rule contains are added.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the host name in lower case, without the trailing dot of a fully qualified name
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</a>
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc1122#section-3.2.1.3">RFC 1122: the
 *     loopback addresses are 127.0.0.0/8</a>
 */
public record EndpointHost(String name) {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
  private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\." + OCTET + "){3}");

  /**
   * Domains that no partition's endpoint rules contain: the top-level domain owned by AWS (used by
   * function URLs, {@code *.on.aws}), the domains of its web sites, and the domain of GovCloud.
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

  /**
   * Returns the host of an endpoint. Empty if the URI contains none, as in {@code localhost:8000}.
   */
  public static Optional<EndpointHost> of(URI endpoint) {
    return Optional.ofNullable(endpoint.getHost()).map(EndpointHost::new);
  }

  /**
   * Whether it is the loopback interface of this machine: {@code localhost}, an address in
   * 127.0.0.0/8, or any spelling of the IPv6 address {@code ::1} in brackets.
   */
  public boolean isLoopback() {
    return name.equals("localhost")
        || IPV4_LOOPBACK.matcher(name).matches()
        || (name.startsWith("[") && isLoopbackLiteral());
  }

  private boolean isLoopbackLiteral() {
    try {
      // Only an IPv6 address is valid in brackets, and parsing an address involves no lookup.
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  /** Whether it is a host of AWS, in any partition. */
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
        // A dual-stack suffix starts with a label for services; the whole domain below it belongs
        // to AWS.
        .map(suffix -> suffix.startsWith("api.") ? suffix.substring("api.".length()) : suffix);
  }

  private static String dnsSuffix(PartitionMetadata partition, Collection<EndpointTag> tags) {
    return partition.dnsSuffix(PartitionEndpointKey.builder().tags(tags).build());
  }
}
