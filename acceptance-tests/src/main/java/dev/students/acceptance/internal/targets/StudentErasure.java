package dev.students.acceptance.internal.targets;

import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Erases the students of a run concurrently, because a cancelled CI job has only about ten seconds.
 * Idempotent; a failure for one student does not prevent the erasure of others.
 */
final class StudentErasure {

  /**
   * The number of concurrent erasures. An erasure takes three requests of tens of milliseconds
   * each.
   */
  private static final int THREADS = 32;

  private final StudentStore store;

  StudentErasure(StudentStore store) {
    this.store = store;
  }

  /**
   * Erases the students.
   *
   * @throws ResourceNotFoundException if there is no table
   * @throws TargetException if some may be left
   */
  void erase(List<String> students) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> underWay = new ArrayList<>();
      for (String student : students) {
        underWay.add(threads.submit(() -> store.erase(StudentId.of(student))));
      }
      List<RuntimeException> failures = new ArrayList<>();
      for (Future<?> erasure : underWay) {
        failure(erasure, failures);
      }
      if (!failures.isEmpty()) {
        throw told(failures, students.size());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void failure(Future<?> erasure, List<RuntimeException> failures) {
    try {
      erasure.get();
    } catch (ExecutionException e) {
      failures.add(
          e.getCause() instanceof RuntimeException failure
              ? failure
              : new IllegalStateException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("The erasure was interrupted; students may be left.", e);
    }
  }

  private static RuntimeException told(List<RuntimeException> failures, int students) {
    RuntimeException first = failures.get(0);
    if (first instanceof ResourceNotFoundException) {
      return first;
    }
    String reason =
        first instanceof SdkException failure
            ? AwsFailure.reason(failure)
            : String.valueOf(first.getMessage());
    return new TargetException(
        failures.size() + " of " + students + " students could not be erased. " + reason, first);
  }
}
