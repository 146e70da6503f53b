package dev.students.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * Keeps a number of calls in flight for a while: as soon as one is answered, the next one begins.
 */
final class Load {

  static final String CALLS_PER_SECOND = "callsPerSecond";
  static final String MEDIAN = "p50Millis";
  static final String P99 = "p99Millis";

  private final long start = System.nanoTime();
  private final long end;
  private final AtomicLong number;
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private Load(Duration time, AtomicLong number) {
    this.end = start + time.toNanos();
    this.number = number;
  }

  /**
   * Calls on so many threads.
   *
   * @param number gives each call another number
   */
  static Map<String, Double> onThreads(
      ExecutorService threads, int inFlight, Duration time, AtomicLong number, LongConsumer call)
      throws InterruptedException {
    Load load = new Load(time, number);
    List<Future<?>> loops = new ArrayList<>();
    for (int i = 0; i < inFlight; i++) {
      loops.add(threads.submit(() -> load.loop(call)));
    }
    for (Future<?> loop : loops) {
      join(loop);
    }
    return load.figures();
  }

  private void loop(LongConsumer call) {
    while (System.nanoTime() < end) {
      long before = System.nanoTime();
      call.accept(number.incrementAndGet());
      nanos.add(System.nanoTime() - before);
    }
  }

  /** Calls without a thread each: the next one begins where the answer arrives. */
  static Map<String, Double> asynchronous(
      int inFlight, Duration time, AtomicLong number, LongFunction<CompletableFuture<?>> call)
      throws InterruptedException {
    Load load = new Load(time, number);
    List<CompletableFuture<Void>> loops = new ArrayList<>();
    for (int i = 0; i < inFlight; i++) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      load.next(call, done);
      loops.add(done);
    }
    for (Future<?> loop : loops) {
      join(loop);
    }
    return load.figures();
  }

  /** Completes the given future at the end, which makes those of the answers superfluous. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void next(LongFunction<CompletableFuture<?>> call, CompletableFuture<Void> done) {
    if (System.nanoTime() >= end) {
      done.complete(null);
      return;
    }
    long before = System.nanoTime();
    call.apply(number.incrementAndGet())
        .whenComplete(
            (answer, failure) -> {
              nanos.add(System.nanoTime() - before);
              if (failure == null) {
                next(call, done);
              } else {
                done.completeExceptionally(failure);
              }
            });
  }

  private static void join(Future<?> loop) throws InterruptedException {
    try {
      loop.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Double> figures() {
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return Map.of(
        CALLS_PER_SECOND,
        sorted.length / seconds,
        MEDIAN,
        percentile(sorted, 0.50),
        "p90Millis",
        percentile(sorted, 0.90),
        P99,
        percentile(sorted, 0.99));
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }
}
