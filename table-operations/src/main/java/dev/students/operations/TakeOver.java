package dev.students.operations;

import dev.students.operations.internal.TableRequirements;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the table of a legacy client, made by whatever means, this product's: looks whether it has
 * the keys and the index that are needed, claims every address that is free, takes deleted students
 * out of the index, and checks what is left for a person to decide.
 *
 * <p>An address that several students share is claimed for the one whose id sorts first, whom
 * {@code findByEmail} answers with already, so that nobody else can take it; {@link
 * FindingKind#SHARED_ADDRESS} names them all.
 *
 * <p>From then on addresses are unique, once the legacy client has stopped writing. Running it
 * again is harmless, and goes on where it ended.
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

  /** Of that table, by that check of it. */
  public static TakeOver of(TableReader table, TableCheck check) {
    return new TakeOver(table, check);
  }

  /** What the table lacks, in whole sentences; nothing when it has what is needed. */
  public List<String> missing() {
    return TableRequirements.missing(
        table.client().describeTable(request -> request.tableName(table.tableName())).table());
  }

  /** What {@link #run} would do, without doing it. */
  public RepairResult dryRun(Consumer<RepairedFinding> told) {
    return TableRepair.of(table, check).dryRun().run(told);
  }

  /**
   * Takes the table over, unless something is {@link #missing}.
   *
   * @param told told of each thing that is mended or cannot be
   * @param left told, in the end, of each thing that is left to decide
   * @throws IllegalStateException when something is missing; nothing was written
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
