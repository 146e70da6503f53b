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
 * What the cancellation reasons of a transaction say about one student's awards.
 *
 * @param recorded the awards that were applied before, with their items
 * @param student the student's item if the student's condition failed; an empty item if there is no
 *     student
 * @param isInFlux whether another write to the student or an award was in progress
 * @param isClean whether none of these actions failed, so that the transaction was cancelled
 *     because of other students
 */
record AwardVerdict(
    Map<AwardId, Item> recorded, Optional<Item> student, boolean isInFlux, boolean isClean) {

  /**
   * Evaluates the reasons for the actions of the awards, followed by that of the student. Undecided
   * if there are no reasons.
   */
  static AwardVerdict of(List<XpAward> awards, List<CancellationReason> reasons) {
    if (reasons.isEmpty()) {
      return new AwardVerdict(Map.of(), Optional.empty(), false, false);
    }
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
