package dev.students.operations.internal;

import dev.students.operations.Progress;
import dev.students.operations.ProgressListener;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A parallel scan whose segments are delivered in order. To bound memory use, threads read ahead at
 * most as many segments as there are threads, and two pages of each.
 */
public final class SegmentedScan implements AutoCloseable {

  private static final int ITEMS_IN_A_PAGE = 250;
  private static final int PAGES_AHEAD = 2;
  private static final int POLL_MILLISECONDS = 100;
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final DynamoDbClient client;
  private final RequestSender sender;
  private final ScanRequest template;
  private final int segments;
  private final ExecutorService threads;
  private final Semaphore startable;
  private final AtomicInteger nextSegment = new AtomicInteger();
  private final Map<Integer, BlockingQueue<ScanResponse>> pages = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private long items;
  private double units;

  private SegmentedScan(
      DynamoDbClient client,
      RequestSender sender,
      ScanRequest template,
      int segments,
      int concurrency) {
    this.client = client;
    this.sender = sender;
    this.template = template;
    this.segments = segments;
    this.threads = Executors.newFixedThreadPool(concurrency, SegmentedScan::daemon);
    this.startable = new Semaphore(concurrency);
  }

  /** Starts reading. */
  public static SegmentedScan start(
      DynamoDbClient client,
      String table,
      int segments,
      int concurrency,
      boolean consistent,
      RequestSender sender) {
    ScanRequest template =
        ScanRequest.builder()
            .tableName(table)
            .totalSegments(segments)
            .limit(ITEMS_IN_A_PAGE)
            .consistentRead(consistent)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    int workers = Math.min(segments, concurrency);
    SegmentedScan scan = new SegmentedScan(client, sender, template, segments, workers);
    for (int i = 0; i < workers; i++) {
      scan.threads.execute(scan::work);
    }
    return scan;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "table-scan-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Delivers every item on the calling thread. */
  public void forEach(Consumer<Map<String, AttributeValue>> consumer, ProgressListener listener) {
    for (int segment = 0; segment < segments; segment++) {
      ScanResponse page;
      do {
        page = take(segment);
        page.items().forEach(consumer);
        count(page);
        listener.onProgress(new Progress(items, 0, units));
      } while (!page.lastEvaluatedKey().isEmpty());
      pages.remove(segment);
      startable.release();
    }
  }

  private void count(ScanResponse page) {
    items += page.items().size();
    if (page.consumedCapacity() != null) {
      units += page.consumedCapacity().capacityUnits();
    }
  }

  private ScanResponse take(int segment) {
    try {
      while (true) {
        ScanResponse page = queue(segment).poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (page != null) {
          return page;
        }
        throwFailure();
      }
    } catch (InterruptedException e) {
      throw RequestSender.aborted(e);
    }
  }

  private void throwFailure() {
    Throwable found = failure.get();
    if (found instanceof RuntimeException exception) {
      throw exception;
    }
    if (found instanceof Error error) {
      throw error;
    }
  }

  private BlockingQueue<ScanResponse> queue(int segment) {
    return pages.computeIfAbsent(segment, any -> new ArrayBlockingQueue<>(PAGES_AHEAD));
  }

  private void work() {
    try {
      while (true) {
        startable.acquire();
        int segment = nextSegment.getAndIncrement();
        if (segment >= segments) {
          return;
        }
        read(segment);
      }
    } catch (InterruptedException e) {
      // The scan was closed.
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  private void read(int segment) throws InterruptedException {
    Map<String, AttributeValue> last = Map.of();
    do {
      ScanRequest.Builder request = template.toBuilder().segment(segment);
      if (!last.isEmpty()) {
        request.exclusiveStartKey(last);
      }
      ScanRequest built = request.build();
      ScanResponse page = sender.send(() -> client.scan(built));
      last = page.lastEvaluatedKey();
      queue(segment).put(page);
    } while (!last.isEmpty());
  }

  /** Stops its threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
