package dev.students.operations;

import dev.students.operations.internal.Batches;
import dev.students.operations.internal.Repairs;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks a table and mends what has one right answer: claims a free address for the student that
 * has it, removes a reservation that nobody has, finishes an erasure, takes a deleted student out
 * of the index, puts a live one into it.
 *
 * <p>Each repair is one transaction, conditioned on everything that it rests on being as it was
 * read: it is safe beside writers, and running it again is harmless. What needs a person is told
 * and left alone.
 *
 * <p>Immutable and thread-safe.
 */
public final class TableRepair {

  private static final int CONCURRENCY = 8;

  private final TableReader table;
  private final TableCheck check;
  private final boolean dryRun;
  private final boolean claimingShared;

  private TableRepair(TableReader table, TableCheck check, boolean dryRun, boolean claimingShared) {
    this.table = table;
    this.check = check;
    this.dryRun = dryRun;
    this.claimingShared = claimingShared;
  }

  /** A repair of a table, which may be in use, by what that check of it finds. */
  public static TableRepair of(TableReader table, TableCheck check) {
    return new TableRepair(table, check, false, false);
  }

  /** The same, only telling what it would do. */
  public TableRepair dryRun() {
    return new TableRepair(table, check, true, claimingShared);
  }

  /**
   * The same, which also reserves an address that several students share and nobody has reserved
   * for the one whose id sorts first, whom {@code findByEmail} has answered with until now. They
   * still share it.
   */
  TableRepair claimingShared() {
    return new TableRepair(table, check, dryRun, true);
  }

  /** Checks, and mends what it finds; each finding is told on the calling thread. */
  public RepairResult run(Consumer<RepairedFinding> told) {
    Map<RepairOutcome, Long> outcomes = new EnumMap<>(RepairOutcome.class);
    Repairs repairs = new Repairs(table.client(), table.tableName(), CONCURRENCY, claimingShared);
    try (Batches<Finding, RepairedFinding> batches =
        new Batches<>(
            CONCURRENCY,
            finding -> new RepairedFinding(finding, outcome(repairs, finding)),
            repaired -> {
              outcomes.merge(repaired.outcome(), 1L, Long::sum);
              told.accept(repaired);
            })) {
      CheckResult found = check.run(batches::add);
      batches.flush();
      return new RepairResult(found, outcomes);
    }
  }

  private RepairOutcome outcome(Repairs repairs, Finding finding) {
    FindingKind kind = finding.kind();
    if (!kind.isBroken()) {
      return RepairOutcome.REMARK;
    }
    if (dryRun) {
      return kind.isRepairable() ? RepairOutcome.WOULD_BE_REPAIRED : RepairOutcome.NEEDS_A_PERSON;
    }
    return repairs.repair(finding);
  }
}
