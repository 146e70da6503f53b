package dev.students.operations.internal;

import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.StoredItem;
import dev.students.operations.AddressClaim;
import dev.students.operations.Finding;
import dev.students.operations.FindingKind;
import dev.students.operations.ItemKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads suspected violations again before they are reported, because a scan of a table in use may
 * see related items on different sides of a change. Thread-safe.
 */
public final class SuspectReview {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int ROUNDS = 20;

  private final ConsistentReads reads;

  /** Creates a review that uses the given reads. */
  public SuspectReview(ConsistentReads reads) {
    this.reads = reads;
  }

  /**
   * Returns the violations in a partition on which two observations, each undisturbed by writers,
   * agree. Empty if writers never left the partition unchanged for long enough.
   */
  public List<Finding> partition(String partition) {
    Optional<List<Finding>> before = Optional.empty();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<List<Finding>> now = observe(partition);
      if (now.filter(List::isEmpty).isPresent() || (now.isPresent() && now.equals(before))) {
        return now.get();
      }
      before = now;
      RequestSender.sleep(PAUSE);
    }
    return List.of();
  }

  /**
   * Returns the incomplete erasures in these partitions that remain unchanged for the given time.
   */
  public List<Finding> erasures(List<String> partitions, Duration grace) {
    List<Finding> before = partitions.stream().flatMap(it -> erasure(it).stream()).toList();
    if (before.isEmpty()) {
      return before;
    }
    RequestSender.sleep(grace);
    List<Finding> after = partitions.stream().flatMap(it -> erasure(it).stream()).toList();
    return before.stream().filter(after::contains).toList();
  }

  /**
   * Returns the violations concerning an address, based on one snapshot of all items that refer to
   * it.
   */
  public List<Finding> address(List<AddressClaim> claims) {
    String address = claims.get(0).address();
    Set<ItemKey> keys = new LinkedHashSet<>(keysOf(claims));
    for (int round = 0; round < ROUNDS; round++) {
      List<StoredItem> items =
          reads.snapshot(List.copyOf(keys)).stream().map(StoredItem::read).toList();
      List<AddressClaim> now =
          items.stream()
              .flatMap(item -> AddressClaim.of(item).stream())
              .filter(claim -> claim.address().equals(address))
              .toList();
      int known = keys.size();
      keys.addAll(keysOf(now));
      keys.addAll(reservationsOf(items, address));
      if (keys.size() == known) {
        return AddressRules.judge(now);
      }
    }
    return List.of();
  }

  private Optional<Finding> erasure(String partition) {
    return observe(partition).stream()
        .flatMap(List::stream)
        .filter(finding -> finding.kind() == FindingKind.ERASURE_LEFT_OVER)
        .findFirst();
  }

  /**
   * Reads the partition; empty if awards were added meanwhile. While a student exists, awards are
   * only added, so if they are equal before and after the student is read, they were the same at
   * that moment.
   */
  private Optional<List<Finding>> observe(String partition) {
    PartitionFacts facts = new PartitionFacts();
    Sequence before = new Sequence();
    awards(partition)
        .forEach(
            item -> {
              before.add(ItemKey.of(item).sort());
              facts.add(item);
            });
    Map<String, AttributeValue> main = reads.item(new ItemKey(partition, partition));
    if (!main.isEmpty()) {
      facts.add(main);
    }
    Sequence after = new Sequence();
    awards(partition).forEach(item -> after.add(ItemKey.of(item).sort()));
    return before.isSameAs(after) ? Optional.of(facts.judge()) : Optional.empty();
  }

  /** All items of the partition except the first. */
  private Stream<Map<String, AttributeValue>> awards(String partition) {
    return reads.partition(partition).filter(it -> !ItemKey.of(it).sort().equals(partition));
  }

  /** Compares two sequences of texts without storing them. Not thread-safe. */
  private static final class Sequence {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long length;
    private long hash;

    void add(String text) {
      length++;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * FACTOR;
        hash ^= hash >>> 29;
      }
      hash = hash * FACTOR + length;
    }

    boolean isSameAs(Sequence other) {
      return length == other.length && hash == other.hash;
    }
  }

  private static List<ItemKey> keysOf(List<AddressClaim> claims) {
    List<ItemKey> keys = new ArrayList<>();
    for (AddressClaim claim : claims) {
      keys.add(Keys.student(claim.studentId()));
      if (claim.by() == AddressClaim.By.RESERVATION) {
        keys.add(Keys.reservation(claim.keyForm()));
      }
      reservationKeys(claim.address()).forEach(keys::add);
    }
    return keys;
  }

  /** The address as the student typed it may have been reserved in another form. */
  private static List<ItemKey> reservationsOf(List<StoredItem> items, String address) {
    return items.stream()
        .filter(StoredItem.OfStudent.class::isInstance)
        .map(StoredItem.OfStudent.class::cast)
        .map(it -> it.student().email())
        .filter(email -> email.normalized().equals(address))
        .flatMap(email -> Keys.reservations(email).stream())
        .toList();
  }

  private static List<ItemKey> reservationKeys(String address) {
    try {
      return Keys.reservations(EmailAddress.of(address));
    } catch (InvalidValueException e) {
      return List.of();
    }
  }
}
