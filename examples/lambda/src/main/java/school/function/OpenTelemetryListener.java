package school.function;

import dev.students.data.StoreCall;
import dev.students.data.StoreListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

/**
 * Feeds OpenTelemetry with what each call of the store cost. The only attribute is the operation.
 */
final class OpenTelemetryListener implements StoreListener {

  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("operation");

  private final LongCounter requests;
  private final LongCounter retries;
  private final DoubleCounter readUnits;
  private final DoubleCounter writeUnits;

  OpenTelemetryListener(Meter meter) {
    requests = meter.counterBuilder("students.requests").build();
    retries = meter.counterBuilder("students.retries").build();
    readUnits = meter.counterBuilder("students.read.units").ofDoubles().build();
    writeUnits = meter.counterBuilder("students.write.units").ofDoubles().build();
  }

  @Override
  public void onCall(StoreCall call) {
    Attributes attributes = Attributes.of(OPERATION, call.operation().name());
    requests.add(call.requests(), attributes);
    retries.add(call.retries(), attributes);
    readUnits.add(call.readUnits(), attributes);
    writeUnits.add(call.writeUnits(), attributes);
  }
}
