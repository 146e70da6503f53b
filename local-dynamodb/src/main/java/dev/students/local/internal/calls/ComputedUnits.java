package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** Computes units by AWS's published rules from the items before and after a call. */
public final class ComputedUnits implements UnitCount {

  private final TableShapes shapes;
  private final Items items;
  private final ReadCost reads;

  public ComputedUnits(DynamoDbClient plainClient) {
    this.shapes = new TableShapes(plainClient);
    this.items = new Items(plainClient, shapes);
    this.reads = new ReadCost(plainClient, items);
  }

  @Override
  public DynamoDbRequest prepare(DynamoDbRequest request) {
    return request;
  }

  @Override
  public Counting start(DynamoDbRequest request) {
    return Write.of(request)
        .<Counting>map(writes -> WriteCost.start(request, writes, shapes, items))
        .orElseGet(() -> readCounting(request));
  }

  private Counting readCounting(DynamoDbRequest request) {
    return new Counting() {
      @Override
      public Optional<CapacityUnits> end(DynamoDbResponse response) {
        return reads
            .of(request, response)
            .map(units -> new CapacityUnits(units, 0, CapacityUnits.Source.COMPUTED));
      }

      @Override
      public Optional<CapacityUnits> failed(Throwable failure) {
        return Optional.empty();
      }
    };
  }
}
