package dev.students.truncation.internal;

import dev.students.truncation.Ending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The worker threads of a run, supervised by the calling thread with regard to time limit,
 * interruption, progress and failure.
 *
 * <p>When the run stops, requests in flight get time to complete, so that their outcome is known;
 * then they are interrupted. After a failure this time is short; otherwise it is the timeout of a
 * call.
 */
final class WorkerPool implements AutoCloseable {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
  private static final Duration GRACE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final int workers;
  private final StopSignal stop;
  private final Clock clock;
  private final Runnable onPoll;
  private final ExecutorService threads;

  /**
   * @param onPoll called on the calling thread about ten times a second
   */
  WorkerPool(int workers, StopSignal stop, Clock clock, Runnable onPoll) {
    this.workers = workers;
    this.stop = stop;
    this.clock = clock;
    this.onPoll = onPoll;
    this.threads = Executors.newFixedThreadPool(workers, WorkerPool::daemon);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "truncation-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Has the workers process the work until it is done or the run is stopped. */
  void complete(PassWork work, Consumer<PassWork.Task> worker) {
    var running = new CountDownLatch(workers);
    for (int i = 0; i < workers; i++) {
      threads.execute(() -> workThrough(work, worker, running));
    }
    boolean interrupted = false;
    while (running.getCount() > 0) {
      try {
        watch(work, running);
      } catch (InterruptedException asked) {
        interrupted = true;
        stop.stop(Ending.INTERRUPTED);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void workThrough(PassWork work, Consumer<PassWork.Task> worker, CountDownLatch running) {
    try {
      for (var task = work.next(); task.isPresent(); task = work.next()) {
        worker.accept(task.get());
      }
    } catch (StopSignal.StoppedException | InterruptedException stopped) {
      // The stop signal contains the reason.
    } catch (Throwable failure) {
      stop.fail(failure);
      work.abandon();
    } finally {
      running.countDown();
    }
  }

  private void watch(PassWork work, CountDownLatch running) throws InterruptedException {
    while (stop.ending().isEmpty()) {
      if (running.await(POLL_INTERVAL.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      if (clock.isTimeOver()) {
        stop.stop(Ending.TIME_OVER);
      }
      poll();
    }
    work.abandon();
    Duration grace = stop.failure().isPresent() ? GRACE_AFTER_FAILURE : RequestSender.CALL_TIMEOUT;
    if (!running.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
      threads.shutdownNow();
      running.await();
    }
  }

  private void poll() {
    try {
      onPoll.run();
    } catch (RuntimeException failure) {
      stop.fail(failure);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
