package dev.students.data.internal;

import dev.students.data.AwardId;
import dev.students.data.AwardMismatchException;
import dev.students.data.AwardResult;
import dev.students.data.StudentAward;
import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Distributes awards over transactions. An award that occurs twice is tried once, and the result of
 * the second is derived from the first. Not thread-safe.
 */
final class AwardPlan {

  private record Key(StudentId student, AwardId award) {}

  private final List<StudentAward> awards;
  private final AwardResult[] results;

  AwardPlan(List<StudentAward> awards) {
    this.awards = awards;
    this.results = new AwardResult[awards.size()];
  }

  /**
   * Makes the awards.
   *
   * @param settling makes all awards of all batches. The students of a batch fit into one
   *     transaction, unless the batch has only one student; each student is in one batch
   * @return the result of each award, in list order
   */
  List<AwardResult> carryOut(Consumer<List<List<PendingAwards>>> settling) {
    List<Integer> left = IntStream.range(0, awards.size()).boxed().toList();
    while (!left.isEmpty()) {
      Map<Key, Integer> firsts = new LinkedHashMap<>();
      Map<Integer, Integer> repetitions = new LinkedHashMap<>();
      for (int number : left) {
        StudentAward each = awards.get(number);
        Integer first = firsts.putIfAbsent(new Key(each.studentId(), each.award().id()), number);
        if (first != null) {
          repetitions.put(number, first);
        }
      }
      settling.accept(batches(firsts.values()));
      repetitions.entrySet().removeIf(each -> isAnswered(each.getKey(), results[each.getValue()]));
      left = List.copyOf(repetitions.keySet());
    }
    return List.of(results);
  }

  /** Batches in the order of the students' first awards. */
  private List<List<PendingAwards>> batches(Collection<Integer> numbers) {
    Map<StudentId, PendingAwards> students = new LinkedHashMap<>();
    for (int number : numbers) {
      StudentAward each = awards.get(number);
      students
          .computeIfAbsent(each.studentId(), id -> new PendingAwards(id, results))
          .add(number, each.award());
    }
    List<List<PendingAwards>> batches = new ArrayList<>();
    int room = 0;
    for (PendingAwards student : students.values()) {
      int actions = student.size() + 1;
      if (actions > room) {
        batches.add(new ArrayList<>());
        room = Transaction.MOST_ACTIONS;
      }
      batches.get(batches.size() - 1).add(student);
      room -= actions;
    }
    return batches;
  }

  /**
   * Derives the result of a repeated award from the first. False if the first was refused for a
   * reason that may no longer apply, so that the repeated one must be tried as well.
   */
  private boolean isAnswered(int number, AwardResult first) {
    StudentAward each = awards.get(number);
    if (first instanceof AwardResult.Unknown unknown) {
      results[number] = new AwardResult.Unknown(each.studentId(), each.award(), unknown.cause());
      return true;
    }
    if (first instanceof AwardResult.Recorded) {
      results[number] = repeated(each, first.award().amount());
      return true;
    }
    if (first instanceof AwardResult.Refused refused
        && refused.reason() instanceof AwardMismatchException mismatch) {
      results[number] = repeated(each, mismatch.appliedAmount());
      return true;
    }
    return false;
  }

  private static AwardResult repeated(StudentAward each, long applied) {
    return PendingAwards.result(
        each.studentId(),
        each.award(),
        () -> AwardXp.repeated(each.studentId(), each.award(), applied));
  }
}
