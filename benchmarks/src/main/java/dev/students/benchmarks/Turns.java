package dev.students.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * Does the same in several ways by turns, one call after the other on one thread, so that whatever
 * else the machine does hits all of them alike and their ratios hold. Not thread-safe.
 */
final class Turns {

  /** The label of the way. */
  static final String BY = "by";

  static final String ELAPSED = "elapsedMicros";
  static final String PROCESSOR = "processorMicros";
  static final String MEMORY = "kilobytes";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A way, and what its calls have taken since the round began. */
  private static final class Way {

    private final String name;
    private final int times;
    private final LongConsumer call;
    private long calls;
    private long nanos;
    private long processorNanos;
    private long bytes;

    Way(String name, int times, LongConsumer call) {
      this.name = name;
      this.times = times;
      this.call = call;
    }

    void run(long number) {
      long thread = Thread.currentThread().getId();
      long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
      long processorBefore = THREADS.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      call.accept(number);
      nanos += System.nanoTime() - before;
      processorNanos += THREADS.getCurrentThreadCpuTime() - processorBefore;
      bytes += THREADS.getThreadAllocatedBytes(thread) - bytesBefore;
      calls += times;
    }

    Map<String, Double> figures() {
      return Map.of(
          ELAPSED, nanos / 1e3 / calls,
          PROCESSOR, processorNanos / 1e3 / calls,
          MEMORY, bytes / 1024.0 / calls);
    }
  }

  private final List<Way> ways = new ArrayList<>();
  private final Random random = new Random(22);
  private long turn;

  /**
   * Adds a way.
   *
   * @param call one call, which is given another number each turn, the same as the other ways
   */
  Turns add(String name, LongConsumer call) {
    return add(name, 1, call);
  }

  /** Adds a way whose call does as many times what is measured. */
  Turns add(String name, int times, LongConsumer call) {
    ways.add(new Way(name, times, call));
    return this;
  }

  /**
   * Calls each way once, in a random order. If each always followed the same other one, then the
   * processor's caches would be filled for those that follow a way with the same requests.
   */
  void turn() {
    turn++;
    List<Way> order = new ArrayList<>(ways);
    Collections.shuffle(order, random);
    for (Way way : order) {
      way.run(turn);
    }
  }

  /** Forgets what the calls so far have taken. */
  void startRound() {
    for (Way way : ways) {
      way.calls = 0;
      way.nanos = 0;
      way.processorNanos = 0;
      way.bytes = 0;
    }
  }

  /** What a call of each way has taken on average since the round began. */
  Measurements endRound(Map<String, String> what, int round) {
    List<Measured> measured = new ArrayList<>();
    for (Way way : ways) {
      Map<String, String> labels = new HashMap<>(what);
      labels.put(BY, way.name);
      labels.put(Measured.ROUND, Integer.toString(round));
      measured.add(new Measured(labels, way.figures()));
    }
    return new Measurements(measured);
  }

  /** Warms up for a third of the time, then takes turns for so many rounds. */
  Measurements run(Map<String, String> what, Duration time, int rounds) {
    List<Measured> measured = new ArrayList<>();
    runFor(time.dividedBy(3));
    for (int round = 0; round < rounds; round++) {
      startRound();
      runFor(time.multipliedBy(2).dividedBy(3L * rounds));
      measured.addAll(endRound(what, round).all());
    }
    return new Measurements(measured);
  }

  private void runFor(Duration time) {
    long start = System.nanoTime();
    do {
      turn();
    } while (System.nanoTime() - start < time.toNanos());
  }
}
