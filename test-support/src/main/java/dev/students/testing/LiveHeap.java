package dev.students.testing;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The largest heap in use right after a full garbage collection: live objects, without garbage that
 * was promoted to the old generation early. Measures from construction; thread-safe.
 */
public final class LiveHeap {

  private final AtomicLong peak = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();

  /** Starts to measure. */
  public LiveHeap() {
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener((event, handback) -> onCollection(event), null, null));
  }

  private void onCollection(Notification event) {
    if (!event
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    var collection = GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
    if (collection.getGcAction().equals("end of major GC")) {
      long used =
          collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
              .map(pool -> pool.getValue())
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      peak.accumulateAndGet(used, Math::max);
      collections.incrementAndGet();
    }
  }

  /** Discards what was measured so far. */
  public void reset() {
    peak.set(0);
    collections.set(0);
  }

  /** The largest live heap since the last reset, in MiB. */
  public double peakMegabytes() {
    return peak.get() / 1048576.0;
  }

  /** The number of full collections since the last reset. */
  public int collections() {
    return collections.get();
  }
}
