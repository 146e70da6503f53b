package school.service;

import dev.students.data.StoreCall;
import dev.students.data.StoreListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Feeds Micrometer with what each call of the store cost. The only tag is the operation. */
final class MicrometerListener implements StoreListener {

  private final MeterRegistry registry;

  MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void onCall(StoreCall call) {
    String operation = call.operation().name();
    DistributionSummary.builder("students.requests")
        .description("Requests of one call; the number of calls is the count")
        .tag("operation", operation)
        .register(registry)
        .record(call.requests());
    counter("students.read.units", operation).increment(call.readUnits());
    counter("students.write.units", operation).increment(call.writeUnits());
    counter("students.retries", operation).increment(call.retries());
  }

  private Counter counter(String name, String operation) {
    return Counter.builder(name).tag("operation", operation).register(registry);
  }
}
