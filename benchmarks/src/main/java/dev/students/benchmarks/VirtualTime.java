package dev.students.benchmarks;

import dev.students.data.internal.RetryClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/**
 * A clock on which time passes only while every thread of a simulation sleeps. One thread runs at a
 * time, the one that wakes first, so a simulation takes the same course each time.
 */
final class VirtualTime implements RetryClock {

  private record Sleeper(long wakes, long order, Semaphore turn) {}

  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(
          Comparator.comparingLong(Sleeper::wakes).thenComparingLong(Sleeper::order));
  private final Semaphore ended = new Semaphore(0);
  private long now;
  private long order;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void sleep(Duration delay) throws InterruptedException {
    Sleeper sleeper = fallAsleep(delay.toNanos());
    wakeNext();
    sleeper.turn().acquire();
  }

  /** Runs all to their ends. They begin at once, in order. */
  void run(List<Runnable> tasks) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Runnable task : tasks) {
      Sleeper sleeper = fallAsleep(0);
      Thread thread = new Thread(() -> run(sleeper, task));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    wakeNext();
    ended.acquire();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void run(Sleeper sleeper, Runnable task) {
    try {
      sleeper.turn().acquire();
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      wakeNext();
    }
  }

  private Sleeper fallAsleep(long nanos) {
    Sleeper sleeper = new Sleeper(now + nanos, order++, new Semaphore(0));
    sleepers.add(sleeper);
    return sleeper;
  }

  private void wakeNext() {
    Sleeper next = sleepers.poll();
    if (next == null) {
      ended.release();
    } else {
      now = next.wakes();
      next.turn().release();
    }
  }
}
