package dev.students.local;

import dev.students.local.internal.calls.ComputedUnits;
import dev.students.local.internal.calls.KeysOfRequest;
import dev.students.local.internal.calls.RecordingClient;
import dev.students.local.internal.calls.ReportedUnits;
import dev.students.local.internal.calls.UnitCount;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes {@linkplain Recording recordings} of DynamoDB calls.
 *
 * <pre>{@code
 * CallRecorder recorder = CallRecorder.computing(client, List.of("pk", "sk"), KeyMask.NONE);
 * Recording recording = recorder.start(client);
 * recording.client().getItem(…);
 * recording.calls();
 * }</pre>
 *
 * <p>Emulators count the units of transactions wrongly, so against them the units are {@linkplain
 * #computing computed} by AWS's published rules; against AWS they are {@linkplain #reporting
 * reported}.
 *
 * <p>Thread-safe. It keeps what it learns of the tables, so one for many recordings spares
 * requests; a table that is removed must not come back under its name in another shape.
 */
public final class CallRecorder {

  private final UnitCount units;
  private final KeysOfRequest keys;

  private CallRecorder(UnitCount units, List<String> keyAttributes, KeyMask mask) {
    this.units = units;
    this.keys = new KeysOfRequest(keyAttributes, mask);
  }

  /**
   * A recorder that computes units from the sizes of the items before and after each call. What the
   * call itself does not tell of them, it reads. Where calls on one item overlap, the sizes may be
   * another call's.
   *
   * @param plainClient for those reads, of the same tables; the caller closes it
   * @param keyAttributes the tables' key attributes, in the order to show them; of an item that is
   *     put, nothing else is recorded
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB
   *     item sizes and formats</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB
   *     read and write operations</a>
   */
  public static CallRecorder computing(
      DynamoDbClient plainClient, List<String> keyAttributes, KeyMask mask) {
    return new CallRecorder(new ComputedUnits(plainClient), keyAttributes, mask);
  }

  /**
   * A recorder that asks the service to report the units of each call, and takes its word.
   *
   * @param keyAttributes as in {@link #computing}
   */
  public static CallRecorder reporting(List<String> keyAttributes, KeyMask mask) {
    return new CallRecorder(new ReportedUnits(), keyAttributes, mask);
  }

  /**
   * A recording of its own, with no calls yet.
   *
   * @param client carries the calls out; many recordings may share one
   */
  public Recording start(DynamoDbClient client) {
    return start(client, Integer.MAX_VALUE);
  }

  /**
   * The same, which comes to an end: an operation that tries again for ever fails instead.
   *
   * @param atMost calls; every further one fails with an {@link IllegalStateException}, not sent
   */
  public Recording start(DynamoDbClient client, int atMost) {
    return new RecordingClient(client, units, keys, atMost);
  }
}
