package dev.students.data.internal;

import dev.students.data.AwardId;
import dev.students.data.XpAward;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/**
 * What a cancelled transaction says of one student's awards in it.
 *
 * @param recorded the awards that were applied before, with their items
 * @param student the item of the student whose condition failed; empty inside if there is none
 * @param isInFlux whether another writer was at work on the student or an award
 * @param isClean whether nothing failed: the transaction was cancelled for other students' sake
 */
record AwardVerdict(
    Map<AwardId, Item> recorded, Optional<Item> student, boolean isInFlux, boolean isClean) {

  /** From the reasons for the actions of those awards, and of the student after them. */
  static AwardVerdict of(List<XpAward> awards, List<CancellationReason> reasons) {
    Map<AwardId, Item> recorded = new HashMap<>();
    for (int i = 0; i < awards.size(); i++) {
      if (Cancellation.CONDITION.equals(reasons.get(i).code())) {
        recorded.put(awards.get(i).id(), new Item(reasons.get(i).item()));
      }
    }
    CancellationReason student = reasons.get(awards.size());
    Set<String> codes = reasons.stream().map(CancellationReason::code).collect(Collectors.toSet());
    return new AwardVerdict(
        recorded,
        Cancellation.CONDITION.equals(student.code())
            ? Optional.of(new Item(student.item()))
            : Optional.empty(),
        codes.stream().anyMatch(Cancellation.TRANSIENT::contains),
        codes.equals(Set.of(Cancellation.NONE)));
  }

  /** Whether a condition failed, so that something can be settled. */
  boolean isDecided() {
    return !recorded.isEmpty() || (student.isPresent() && !isInFlux);
  }
}
