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
 * <p>Emulators report the units of transactions incorrectly. With an emulator they are therefore
 * {@linkplain #computing computed} by AWS's published rules; with AWS they are {@linkplain
 * #reporting reported}.
 *
 * <p>Thread-safe. It caches the descriptions of tables, so that one recorder for many recordings
 * saves requests. A table must not be deleted and created again with a different definition.
 */
public final class CallRecorder {

  private final UnitCount units;
  private final KeysOfRequest keys;

  private CallRecorder(UnitCount units, List<String> keyAttributes, KeyMask mask) {
    this.units = units;
    this.keys = new KeysOfRequest(keyAttributes, mask);
  }

  /**
   * Returns a recorder that computes units from the sizes of the items before and after each call.
   * It reads items whose size the call does not reveal. If calls on one item overlap, the sizes may
   * be those of another call.
   *
   * @param plainClient the client for these reads, of the same tables; closed by the caller
   * @param keyAttributes the key attributes of the tables, in the order in which to show them; of
   *     an item that is put, no other attributes are recorded
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
   * Returns a recorder that requests the consumed units of each call from the service.
   *
   * @param keyAttributes as in {@link #computing}
   */
  public static CallRecorder reporting(List<String> keyAttributes, KeyMask mask) {
    return new CallRecorder(new ReportedUnits(), keyAttributes, mask);
  }

  /**
   * Starts a new recording.
   *
   * @param client the client that makes the calls; several recordings may share one
   */
  public Recording start(DynamoDbClient client) {
    return start(client, Integer.MAX_VALUE);
  }

  /**
   * Starts a new recording with a limit, so that an operation that retries forever fails instead.
   *
   * @param atMost the maximum number of calls; every further call fails with an {@link
   *     IllegalStateException} without being sent
   */
  public Recording start(DynamoDbClient client, int atMost) {
    return new RecordingClient(client, units, keys, atMost);
  }
}
