package dev.students.operations;

import dev.students.operations.internal.TableRequirements;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes over the table of a legacy client: checks that it has the required keys and index, reserves
 * all free addresses, removes deleted students from the index, and reports what is left for a human
 * decision.
 *
 * <p>An address that several students share is reserved for the one whose id sorts first, which is
 * the one that {@code findByEmail} returns, so that no other student can take it; {@link
 * FindingKind#SHARED_ADDRESS} lists all of them.
 *
 * <p>From then on addresses are unique, provided that the legacy client no longer writes. It can be
 * repeated, and resumes where it stopped.
 *
 * <p>Immutable and thread-safe.
 */
public final class TakeOver {

  private final TableReader table;
  private final TableCheck check;

  private TakeOver(TableReader table, TableCheck check) {
    this.table = table;
    this.check = check;
  }

  /** Returns a take-over of a table based on a check of it. */
  public static TakeOver of(TableReader table, TableCheck check) {
    return new TakeOver(table, check);
  }

  /** The missing requirements of the table, in complete sentences; empty if there are none. */
  public List<String> missing() {
    return TableRequirements.missing(
        table.client().describeTable(request -> request.tableName(table.tableName())).table());
  }

  /** Reports what {@link #run} would do, without doing it. */
  public RepairResult dryRun(Consumer<RepairedFinding> told) {
    return TableRepair.of(table, check).dryRun().run(told);
  }

  /**
   * Takes over the table, unless a requirement is {@link #missing}.
   *
   * @param told receives each finding and its outcome
   * @param left receives, at the end, each finding that requires a decision
   * @throws IllegalStateException if a requirement is missing; nothing was written
   */
  public TakeOverResult run(Consumer<RepairedFinding> told, Consumer<Finding> left) {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(String.join(" ", missing));
    }
    RepairResult repaired = TableRepair.of(table, check).claimingShared().run(told);
    return new TakeOverResult(repaired, check.run(left));
  }
}
