package dev.students.operations.bulk;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most heap that was in use right after a full garbage collection: what is held, without
 * garbage that was promoted to the old generation early.
 */
final class LiveHeap {

  private final AtomicLong peak = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();

  LiveHeap() {
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener((event, handback) -> hear(event), null, null));
  }

  private void hear(Notification event) {
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

  void reset() {
    peak.set(0);
    collections.set(0);
  }

  double peakMegabytes() {
    return peak.get() / 1048576.0;
  }

  int collections() {
    return collections.get();
  }
}
