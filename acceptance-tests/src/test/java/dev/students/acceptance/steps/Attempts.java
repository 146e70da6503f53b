package dev.students.acceptance.steps;

import dev.students.data.StudentStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The attempts of a scenario and their refusals. A refusal that no step expects fails the scenario;
 * a technical failure does so immediately.
 */
final class Attempts {

  private List<Attempt<?>> latest = List.of();
  private boolean judged = true;

  /**
   * @param what a description for messages, for example {@code Enrolling Ada Lovelace}
   */
  <T> Optional<T> attempt(String what, Supplier<T> action) {
    nothingRefusedUnexpectedly();
    Attempt<T> attempt = carryOut(what, action);
    latest = List.of(attempt);
    judged = attempt.refusal().isEmpty();
    return attempt.result();
  }

  /** Executes several actions concurrently and returns the results of those that succeeded. */
  <T> List<T> atTheSameMoment(String what, int times, IntFunction<T> action) {
    nothingRefusedUnexpectedly();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<Attempt<T>>> underWay = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int which = i;
        underWay.add(
            threads.submit(
                () -> {
                  start.await();
                  return carryOut(what, () -> action.apply(which));
                }));
      }
      start.countDown();
      List<Attempt<T>> done = new ArrayList<>();
      for (Future<Attempt<T>> attempt : underWay) {
        done.add(attempt.get());
      }
      latest = List.copyOf(done);
      judged = done.stream().allMatch(attempt -> attempt.refusal().isEmpty());
      return done.stream().flatMap(attempt -> attempt.result().stream()).toList();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Asserts that the last attempt, or all of the last concurrent attempts, was refused for the
   * given reason.
   */
  void allRefused(Refusal reason) {
    latest.forEach(attempt -> requireRefused(attempt, reason));
    judged = true;
  }

  void exactlyOneSucceeded() {
    long succeeded = latest.stream().filter(attempt -> attempt.refusal().isEmpty()).count();
    Mismatch.unlessEqual(
        latest.get(0).what() + ", " + latest.size() + " times at the same moment",
        "1 of them succeeds",
        succeeded + " of them " + (succeeded == 1 ? "succeeds" : "succeed"));
    judged = true;
  }

  void othersRefused(Refusal reason) {
    latest.stream()
        .filter(attempt -> attempt.refusal().isPresent())
        .forEach(attempt -> requireRefused(attempt, reason));
  }

  /** Called by every step that depends on the success of earlier attempts. */
  void nothingRefusedUnexpectedly() {
    if (judged) {
      return;
    }
    judged = true;
    Attempt<?> refused =
        latest.stream().filter(attempt -> attempt.refusal().isPresent()).findFirst().orElseThrow();
    throw Mismatch.of(refused.what(), "succeeds", "is refused because " + refused.inWords());
  }

  private static void requireRefused(Attempt<?> attempt, Refusal reason) {
    boolean rightly = attempt.refusal().filter(reason::isMeantBy).isPresent();
    if (!rightly) {
      throw Mismatch.of(
          attempt.what(),
          "is refused because " + reason,
          attempt.refusal().isEmpty() ? "succeeds" : "is refused because " + attempt.inWords());
    }
  }

  private static <T> Attempt<T> carryOut(String what, Supplier<T> action) {
    try {
      return new Attempt<>(what, Optional.of(action.get()), Optional.empty());
    } catch (StudentStoreException e) {
      return new Attempt<>(what, Optional.empty(), Optional.of(e));
    }
  }

  private record Attempt<T>(
      String what, Optional<T> result, Optional<StudentStoreException> refusal) {

    String inWords() {
      return refusal.map(Refusal::wordsFor).orElse("");
    }
  }
}
