package dev.students.data.internal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Processes several batches concurrently, each on its own thread, which ends with the call. */
final class ConcurrentBatches {

  private ConcurrentBatches() {}

  /**
   * Runs all batches, on the caller's thread if the concurrency is 1. If the caller is interrupted,
   * the running batches are interrupted, those that have not started are skipped, and the interrupt
   * status stays set.
   */
  static void run(List<Runnable> batches, int concurrency) {
    int threads = Math.min(concurrency, batches.size());
    if (threads <= 1) {
      batches.forEach(Runnable::run);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, ConcurrentBatches::thread);
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    batches.forEach(batch -> pool.execute(() -> run(batch, failures)));
    pool.shutdown();
    awaitEnd(pool);
    failures.forEach(
        failure -> {
          throw failure;
        });
  }

  /** An exception thrown by a batch is a defect, since failures of AWS are part of its results. */
  private static void run(Runnable batch, Queue<RuntimeException> failures) {
    try {
      batch.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "student-store-awards");
    thread.setDaemon(true);
    return thread;
  }

  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
        pool.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
