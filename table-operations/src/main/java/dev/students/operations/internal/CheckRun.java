package dev.students.operations.internal;

import dev.students.operations.AddressClaim;
import dev.students.operations.CheckResult;
import dev.students.operations.Finding;
import dev.students.operations.FindingKind;
import dev.students.operations.ItemKey;
import dev.students.operations.ItemSource;
import dev.students.operations.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One check: partitions are evaluated while reading, addresses after reading, incomplete erasures
 * last. Not thread-safe.
 */
public final class CheckRun implements AutoCloseable {

  private final Optional<SuspectReview> review;
  private final Consumer<Finding> findings;
  private final SpilledGroups claims = new SpilledGroups();
  private final Batches<Suspect, List<Finding>> suspects;
  private final List<String> erasures = new ArrayList<>();
  private final Map<FindingKind, Long> found = new EnumMap<>(FindingKind.class);
  private long items;

  /**
   * A check.
   *
   * @param review how suspects are read again; absent where what is read is a snapshot
   */
  public CheckRun(Optional<SuspectReview> review, int concurrency, Consumer<Finding> findings) {
    this.review = review;
    this.findings = findings;
    this.suspects = new Batches<>(concurrency, this::reviewed, list -> list.forEach(this::report));
  }

  /** What looks broken: what to read again, and what to report where that is not needed. */
  private sealed interface Suspect {
    record Partition(String key, List<Finding> findings) implements Suspect {}

    record Address(List<AddressClaim> claims, List<Finding> findings) implements Suspect {}
  }

  /** Checks a source. */
  public CheckResult run(ItemSource source, Duration grace, ProgressListener listener) {
    new PartitionCheck().readFrom(source, listener);
    suspects.flush();
    claims.forEach(
        (address, records) -> {
          List<AddressClaim> said =
              records.stream().map(record -> ClaimRecord.fromBytes(address, record)).toList();
          List<Finding> broken = AddressRules.judge(said);
          if (!broken.isEmpty()) {
            suspects.add(new Suspect.Address(said, broken));
          }
        });
    suspects.flush();
    review.ifPresent(it -> it.erasures(erasures, grace).forEach(this::report));
    return new CheckResult(items, found);
  }

  private final class PartitionCheck extends Partitions {

    private PartitionFacts facts = new PartitionFacts();
    private String partition = "";

    @Override
    protected void item(Map<String, AttributeValue> item) {
      items++;
      partition = ItemKey.of(item).partition();
      facts.add(item);
    }

    @Override
    protected void end() {
      facts.claims().forEach(it -> claims.add(it.address(), ClaimRecord.toBytes(it)));
      List<Finding> broken = facts.judge();
      if (!broken.isEmpty()) {
        suspects.add(new Suspect.Partition(partition, broken));
        if (broken.stream().anyMatch(CheckRun::isErasure)) {
          erasures.add(partition);
        }
      }
      facts = new PartitionFacts();
    }
  }

  private List<Finding> reviewed(Suspect suspect) {
    if (suspect instanceof Suspect.Partition it) {
      // Other programs may keep a million items here: they are told as they were read.
      boolean isRemark = it.findings().stream().noneMatch(finding -> finding.kind().isBroken());
      return review
          .filter(reader -> !isRemark)
          .map(reader -> reader.partition(it.key()))
          // Those are looked at in the end, after some time.
          .map(list -> list.stream().filter(finding -> !isErasure(finding)).toList())
          .orElse(it.findings());
    }
    Suspect.Address it = (Suspect.Address) suspect;
    return review.map(reader -> reader.address(it.claims())).orElse(it.findings());
  }

  private void report(Finding finding) {
    found.merge(finding.kind(), 1L, Long::sum);
    findings.accept(finding);
  }

  private static boolean isErasure(Finding finding) {
    return finding.kind() == FindingKind.ERASURE_LEFT_OVER;
  }

  @Override
  public void close() {
    suspects.close();
    claims.close();
  }
}
