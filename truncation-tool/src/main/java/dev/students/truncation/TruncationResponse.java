package dev.students.truncation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the function answers.
 *
 * <p>As JSON, after a slice of a truncation: {@code {"table": "students-dev-Table1", "dryRun":
 * false, "complete": true, "ending": "EMPTY", "scanned": 1200, "deleted": 1200, "unconfirmed": 0,
 * "readUnits": 26.0, "writeUnits": 2400.0, "requests": 70, "retries": 0, "milliseconds": 950}}.
 * While {@code complete} is false there is more to do: invoke again, until {@code ending} is {@code
 * EMPTY}.
 *
 * <p>After a dry run: {@code {"table": …, "dryRun": true, "complete": true, "items": 1200, "bytes":
 * 360448, "readUnits": 44.0, "minimumWriteUnits": 1200.0, "maximumWriteUnits": 3104.0,
 * "minimumCost": 0.000756, "maximumCost": 0.001946, "currency": "USD", "prices": …,
 * "minimumSeconds": 0.8, "milliseconds": 120}}. The fields mean what those of {@link
 * TruncationResult} and {@link TruncationEstimate} mean.
 */
public sealed interface TruncationResponse {

  /** The answer as a map, in the order of the documented shape. */
  Map<String, Object> toJson();

  /** After a slice of a truncation. */
  record Slice(TruncationResult result) implements TruncationResponse {

    @Override
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("table", result.table());
      json.put("dryRun", false);
      json.put("complete", result.complete());
      json.put("ending", result.ending().name());
      json.put("scanned", result.scanned());
      json.put("deleted", result.deleted());
      json.put("unconfirmed", result.unconfirmed());
      json.put("readUnits", result.units().map(ConsumedUnits::read).orElse(null));
      json.put("writeUnits", result.units().map(ConsumedUnits::write).orElse(null));
      json.put("requests", result.requests());
      json.put("retries", result.retries());
      json.put("milliseconds", result.duration().toMillis());
      return json;
    }
  }

  /** After a dry run. */
  record DryRun(TruncationEstimate estimate) implements TruncationResponse {

    @Override
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("table", estimate.table());
      json.put("dryRun", true);
      json.put("complete", estimate.complete());
      json.put("items", estimate.items());
      json.put("bytes", estimate.bytes());
      json.put("readUnits", estimate.readUnits());
      json.put("minimumWriteUnits", estimate.minimumWriteUnits());
      json.put("maximumWriteUnits", estimate.maximumWriteUnits());
      json.put("minimumCost", cost(estimate.minimumCost()));
      json.put("maximumCost", cost(estimate.maximumCost()));
      json.put("currency", estimate.prices().currency());
      json.put("prices", estimate.prices().source());
      json.put("minimumSeconds", estimate.minimumTime().toMillis() / 1e3);
      json.put("milliseconds", estimate.duration().toMillis());
      return json;
    }

    private static BigDecimal cost(BigDecimal cost) {
      return cost.setScale(6, RoundingMode.HALF_UP);
    }
  }
}
