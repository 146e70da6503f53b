package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import dev.students.local.CapacityUnits.Source;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Units as reported in the service's responses. Failures report none. */
public final class ReportedUnits implements UnitCount {

  @Override
  public DynamoDbRequest prepare(DynamoDbRequest request) {
    // Every operation that can report units has this field, so that one line sets it for all of
    // them.
    Optional<String> asked = request.getValueForField("ReturnConsumedCapacity", String.class);
    if (asked.isPresent() && !asked.get().equals("NONE")) {
      return request;
    }
    DynamoDbRequest.Builder builder = request.toBuilder();
    for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
      if (field.memberName().equals("ReturnConsumedCapacity")) {
        field.set(builder, ReturnConsumedCapacity.TOTAL.toString());
      }
    }
    return builder.build();
  }

  @Override
  public Counting start(DynamoDbRequest request) {
    boolean reads = isRead(request);
    return new Counting() {
      @Override
      public Optional<CapacityUnits> end(DynamoDbResponse response) {
        return total(response)
            .map(
                units ->
                    reads
                        ? new CapacityUnits(units, 0, Source.REPORTED)
                        : new CapacityUnits(0, units, Source.REPORTED));
      }

      @Override
      public Optional<CapacityUnits> failed(Throwable failure) {
        return Optional.empty();
      }
    };
  }

  private static boolean isRead(DynamoDbRequest request) {
    String name = request.getClass().getSimpleName();
    return name.contains("Get") || name.startsWith("Query") || name.startsWith("Scan");
  }

  /**
   * Single operations report one capacity; batches and transactions report a list with one for each
   * table.
   */
  private static Optional<Double> total(DynamoDbResponse response) {
    Optional<Object> reported = response.getValueForField("ConsumedCapacity", Object.class);
    if (reported.isEmpty()) {
      return Optional.empty();
    }
    List<?> capacities = reported.get() instanceof List<?> list ? list : List.of(reported.get());
    return capacities.isEmpty()
        ? Optional.empty()
        : Optional.of(
            capacities.stream().mapToDouble(c -> ((ConsumedCapacity) c).capacityUnits()).sum());
  }
}
