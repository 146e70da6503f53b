package dev.students.operations.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Processes elements concurrently, one batch at a time, and delivers the results in order on the
 * thread that added them. Not thread-safe.
 *
 * @param <T> the type of the elements
 * @param <R> the type of the results
 */
public final class Batches<T, R> implements AutoCloseable {

  private static final int BATCHES_PER_THREAD = 16;

  private final int size;
  private final ExecutorService threads;
  private final Function<T, R> work;
  private final Consumer<R> results;
  private final List<T> waiting = new ArrayList<>();

  /** Creates batches that are processed by the given number of threads. */
  public Batches(int concurrency, Function<T, R> work, Consumer<R> results) {
    this.size = concurrency * BATCHES_PER_THREAD;
    this.threads =
        Executors.newFixedThreadPool(
            concurrency,
            runnable -> {
              Thread thread = new Thread(runnable, "table-operations");
              thread.setDaemon(true);
              return thread;
            });
    this.work = work;
    this.results = results;
  }

  /** Adds an element, and processes the batch if it is full. */
  public void add(T thing) {
    waiting.add(thing);
    if (waiting.size() >= size) {
      flush();
    }
  }

  /** Processes the waiting elements. */
  public void flush() {
    List<Callable<R>> calls =
        waiting.stream().<Callable<R>>map(thing -> () -> work.apply(thing)).toList();
    waiting.clear();
    try {
      for (Future<R> done : threads.invokeAll(calls)) {
        results.accept(done.get());
      }
    } catch (InterruptedException e) {
      throw RequestSender.aborted(e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException(e.getCause());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
