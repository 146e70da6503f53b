package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.AwardId;
import dev.students.data.ContentionException;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes awards to students, as many as possible in one transaction, each with the same result as a
 * separate call.
 *
 * <p>If a transaction is cancelled, the awards that its cancellation reasons decide are settled,
 * and the others are tried again without a delay. That is a new request with a new token; an
 * earlier request that is still in flight does no harm, because each award is written on condition
 * that it does not exist.
 */
record AwardSeveral(String table, Supplier<RequestIdentity> identities, Session session) {

  /**
   * Makes the awards of students that fit into one transaction. A failure for one student does not
   * affect the others.
   */
  void together(List<PendingAwards> students) {
    List<PendingAwards> together = new ArrayList<>(students);
    List<PendingAwards> inTheWay = new ArrayList<>();
    try {
      while (together.size() > 1) {
        round(together, inTheWay);
      }
    } catch (SdkException e) {
      together.forEach(student -> student.failAll(e));
    }
    together.addAll(inTheWay);
    for (PendingAwards student : together) {
      session.progress();
      try {
        alone(student);
      } catch (ContentionException e) {
        student.refuseAll(e);
      } catch (SdkException e) {
        student.failAll(e);
      }
    }
  }

  /**
   * Tries all students once and removes those that are settled, and those that must be tried
   * separately.
   */
  private void round(List<PendingAwards> together, List<PendingAwards> inTheWay) {
    RequestIdentity identity = identities.get();
    List<AwardActions> tried =
        together.stream()
            .map(each -> new AwardActions(table, each.student(), each.next(), identity))
            .toList();
    Transaction transaction =
        Transaction.of(
            identity.token(), tried.stream().flatMap(each -> each.actions().stream()).toList());
    Optional<TransactionCanceledException> cancelled = session.send(transaction);
    List<CancellationReason> reasons =
        cancelled.map(e -> Cancellation.reasons(transaction, e)).orElse(List.of());
    boolean told = !reasons.stream().allMatch(reason -> Cancellation.NONE.equals(reason.code()));
    List<PendingAwards> leaving = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < tried.size(); i++) {
      PendingAwards student = together.get(i);
      List<XpAward> awards = tried.get(i).awards();
      int next = first + awards.size() + 1;
      if (cancelled.isEmpty()) {
        student.applied(awards.size());
      } else if (!told || !goesOn(student, awards, reasons.subList(first, next))) {
        leaving.add(student);
      }
      first = next;
    }
    inTheWay.addAll(leaving);
    together.removeAll(leaving);
    together.removeIf(PendingAwards::isSettled);
  }

  /** Whether the student can be tried again together with the others, without a delay. */
  private boolean goesOn(
      PendingAwards student, List<XpAward> awards, List<CancellationReason> reasons) {
    AwardVerdict verdict = AwardVerdict.of(awards, reasons);
    return verdict.isClean()
        || (verdict.isDecided() && settle(student, awards, verdict) && !verdict.isInFlux());
  }

  /**
   * Makes the awards of one student, in as many transactions as needed.
   *
   * @throws SdkException if AWS fails; awards that were settled before stay settled
   * @throws ContentionException if the student kept changing
   */
  void alone(PendingAwards student) {
    while (!student.isSettled()) {
      RequestIdentity identity = identities.get();
      List<XpAward> awards = student.next();
      Transaction transaction =
          Transaction.of(
              identity.token(),
              new AwardActions(table, student.student(), awards, identity).actions());
      Optional<TransactionCanceledException> cancelled = session.decide(transaction);
      if (cancelled.isEmpty()) {
        student.applied(awards.size());
        session.progress();
        continue;
      }
      List<CancellationReason> reasons = Cancellation.reasons(transaction, cancelled.get());
      AwardVerdict verdict = AwardVerdict.of(awards, reasons);
      if (!verdict.isDecided()) {
        throw Cancellation.explained(transaction, cancelled.get());
      }
      if (settle(student, awards, verdict)) {
        session.progress();
      } else {
        session.awaitRebuild(student.student());
      }
    }
  }

  /** Settles what the verdict decides and returns whether that was anything. */
  private boolean settle(PendingAwards student, List<XpAward> awards, AwardVerdict verdict) {
    Map<AwardId, Item> recorded =
        verdict.recorded().isEmpty() ? readRecorded(student.student(), awards) : verdict.recorded();
    if (!recorded.isEmpty()) {
      student.recorded(recorded);
      return true;
    }
    return student.judge(awards.size(), verdict.student().orElseThrow());
  }

  /**
   * Reads which awards were applied before. Needed if only the student's failed condition was
   * reported.
   */
  private Map<AwardId, Item> readRecorded(StudentId student, Collection<XpAward> awards) {
    Map<String, AwardId> keys =
        awards.stream().map(XpAward::id).collect(Collectors.toMap(Keys::awardText, id -> id));
    QueryRequest request = recordedBetween(student, keys.keySet());
    Map<AwardId, Item> recorded = new HashMap<>();
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryResponse page =
          session.query(
              start.isEmpty() ? request : request.toBuilder().exclusiveStartKey(start).build());
      for (Map<String, AttributeValue> attributes : page.items()) {
        Item item = new Item(attributes);
        AwardId id = keys.get(item.requiredText(SORT_KEY, key -> key));
        if (id != null) {
          recorded.put(id, item);
        }
      }
      start = page.lastEvaluatedKey();
    } while (!start.isEmpty());
    return recorded;
  }

  private QueryRequest recordedBetween(StudentId student, Collection<String> keys) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            PARTITION_KEY + " = :student AND " + SORT_KEY + " BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(
                ":student", AttributeValue.fromS(Keys.studentText(student)),
                ":first", AttributeValue.fromS(Collections.min(keys)),
                ":last", AttributeValue.fromS(Collections.max(keys))))
        .consistentRead(true)
        .build();
  }
}
