package dev.students.operations.internal;

import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.operations.AddressClaim;
import dev.students.operations.Finding;
import dev.students.operations.FindingKind;
import dev.students.operations.ItemKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Collects facts of the items of one partition, in any order and in constant memory except for
 * findings, and judges them together. Not thread-safe.
 */
public final class PartitionFacts {

  private final List<Finding> findings = new ArrayList<>();
  private final List<AddressClaim> claims = new ArrayList<>();
  private @Nullable StoredItem student;
  private BigInteger awarded = BigInteger.ZERO;
  private long awards;
  private boolean judgeable = true;
  private @Nullable ItemKey firstAward;

  /** Adds an item. */
  public void add(Map<String, AttributeValue> attributes) {
    ItemKey key = ItemKey.of(attributes);
    StoredItem item = StoredItem.read(attributes);
    AddressClaim.of(item).ifPresent(claims::add);
    if (item instanceof StoredItem.Award award) {
      awards++;
      awarded = awarded.add(BigInteger.valueOf(award.award().amount()));
      firstAward = firstAward == null ? key : firstAward;
    } else if (item instanceof StoredItem.Malformed malformed) {
      // What is wrong with one item says nothing about the others.
      judgeable = false;
      findings.add(malformed(key, malformed));
    } else if (item instanceof StoredItem.Unknown) {
      findings.add(
          new Finding(
              FindingKind.UNKNOWN_ITEM, key, List.of(), Optional.empty(), Optional.empty()));
    } else if (!(item instanceof StoredItem.Reservation)) {
      student = item;
    }
  }

  /** The violations that these items show by themselves. */
  public List<Finding> judge() {
    List<Finding> all = new ArrayList<>(findings);
    if (student instanceof StoredItem.OfStudent found) {
      judge(found).forEach(all::add);
    } else if (student instanceof StoredItem.Phantom phantom) {
      all.add(finding(FindingKind.PHANTOM, phantom.student()));
    } else if (student instanceof StoredItem.ErasureMark mark) {
      all.add(
          finding(FindingKind.ERASURE_LEFT_OVER, mark.student()).withDetail(awards() + " left"));
    } else if (firstAward != null && judgeable) {
      all.add(
          Finding.of(FindingKind.AWARDS_WITHOUT_STUDENT, firstAward, idOf(firstAward))
              .withDetail("%s of %d XP".formatted(awards(), awarded)));
    }
    return all;
  }

  private String awards() {
    return awards == 1 ? "1 award" : awards + " awards";
  }

  /** Their claims on addresses. */
  public List<AddressClaim> claims() {
    return List.copyOf(claims);
  }

  private List<Finding> judge(StoredItem.OfStudent found) {
    StudentId id = found.student().id();
    List<Finding> broken = new ArrayList<>();
    if (found.student().isDeleted() && found.indexKey().isPresent()) {
      broken.add(finding(FindingKind.DELETED_STUDENT_IN_INDEX, id));
    }
    BigInteger unexplained = BigInteger.valueOf(found.student().xp()).subtract(awarded);
    // A legacy client's student may have XP from the start, which no award explains.
    boolean adds =
        found.student().createdAt().isPresent()
            ? unexplained.signum() == 0
            : unexplained.signum() >= 0;
    if (judgeable && !adds) {
      broken.add(
          finding(FindingKind.XP_NOT_SUM_OF_AWARDS, id)
              .withDetail("%+d XP that no award explains".formatted(unexplained)));
    }
    return broken;
  }

  private static Finding finding(FindingKind kind, StudentId student) {
    return Finding.of(kind, Keys.student(student), student);
  }

  private static Finding malformed(ItemKey key, StoredItem.Malformed malformed) {
    return new Finding(
        FindingKind.MALFORMED_ITEM,
        key,
        malformed.student().stream().toList(),
        Optional.of(malformed.attribute()),
        Optional.of(malformed.problem()));
  }

  private static StudentId idOf(ItemKey award) {
    return StudentId.of(award.partition().substring(award.partition().indexOf('#') + 1));
  }
}
