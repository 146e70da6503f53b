package dev.students.data.internal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Works on several batches at a time, each on a thread of its own that ends with the call. */
final class ConcurrentBatches {

  private ConcurrentBatches() {}

  /**
   * Runs all of them, on the caller's thread if one at a time is enough. An interrupt is passed on
   * to those that run; those that have not begun stay undone, and the thread stays interrupted.
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

  /** What a batch throws is a defect: what AWS does is in its results. */
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
