package dev.students.operations;

import dev.students.operations.internal.Batches;
import dev.students.operations.internal.Repairs;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks a table and repairs violations with exactly one correct remedy: reserves a free address
 * for the student that has it, removes a reservation whose student does not have the address,
 * completes an erasure, removes a deleted student from the index, and adds a student that is
 * missing there.
 *
 * <p>Each repair is one transaction, conditional on everything that it depends on being as it was
 * read. It can run concurrently with writers and can be repeated. Violations that require a human
 * decision are reported and not changed.
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

  /** Returns a repair of the findings of a check of a table, which may be in use. */
  public static TableRepair of(TableReader table, TableCheck check) {
    return new TableRepair(table, check, false, false);
  }

  /** Returns a repair that only reports what it would do. */
  public TableRepair dryRun() {
    return new TableRepair(table, check, true, claimingShared);
  }

  /**
   * Returns a repair that also reserves an unreserved address shared by several students for the
   * one whose id sorts first, which is the one that {@code findByEmail} returns. The students still
   * share the address.
   */
  TableRepair claimingShared() {
    return new TableRepair(table, check, dryRun, true);
  }

  /** Checks the table and repairs the findings; each finding is reported on the calling thread. */
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
