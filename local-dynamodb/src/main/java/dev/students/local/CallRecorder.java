package dev.students.local;

import dev.students.local.internal.ComputedUnits;
import dev.students.local.internal.KeysOfRequest;
import dev.students.local.internal.ReportedUnits;
import dev.students.local.internal.UnitCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Records every DynamoDB call of the clients it is given to, in the order in which they end.
 *
 * <pre>{@code
 * CallRecorder recorder = CallRecorder.computing(plainClient, List.of("pk", "sk"), KeyMask.NONE);
 * DynamoDbClient client = local.clientBuilder()
 *     .overrideConfiguration(o -> o.addExecutionInterceptor(recorder))
 *     .build();
 * }</pre>
 *
 * <p>Emulators count the units of transactions wrongly, so against them the units are {@linkplain
 * #computing computed} by AWS's published rules; against AWS they are {@linkplain #reporting
 * reported}.
 *
 * <p>Thread-safe.
 */
public final class CallRecorder implements ExecutionInterceptor {

  private static final ExecutionAttribute<Long> STARTED =
      new ExecutionAttribute<>("dev.students.local.CallRecorder.started");
  private static final ExecutionAttribute<Object> COUNTING =
      new ExecutionAttribute<>("dev.students.local.CallRecorder.counting");

  private final UnitCount units;
  private final KeysOfRequest keys;
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();

  private CallRecorder(UnitCount units, List<String> keyAttributes, KeyMask mask) {
    this.units = units;
    this.keys = new KeysOfRequest(keyAttributes, mask);
  }

  /**
   * A recorder that computes units from the sizes of the items before and after each call, which it
   * reads through a client of its own. Where calls on one item overlap, the sizes may be another
   * call's.
   *
   * @param plainClient of the same tables, without this recorder; the caller closes it
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

  /** The calls that have ended so far. */
  public List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return units.prepare(context.request());
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    if (call.getAttribute(STARTED) == null) {
      call.putAttribute(COUNTING, units.start(context.request()));
      call.putAttribute(STARTED, System.nanoTime());
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes call) {
    Duration duration = since(call);
    Optional<CapacityUnits> consumed =
        counting(call).flatMap(counting -> counting.end(context.response()));
    record(context.request(), call, duration, consumed, Optional.empty());
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes call) {
    Duration duration = since(call);
    Optional<CapacityUnits> consumed =
        counting(call).flatMap(counting -> counting.failed(context.exception()));
    record(context.request(), call, duration, consumed, Optional.of(code(context.exception())));
  }

  private void record(
      SdkRequest request,
      ExecutionAttributes call,
      Duration duration,
      Optional<CapacityUnits> consumed,
      Optional<String> error) {
    String operation = call.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    calls.add(new RecordedCall(operation, keys.describe(request), duration, consumed, error));
  }

  /** Absent when the call failed before it was sent. */
  private static Optional<UnitCount.Counting> counting(ExecutionAttributes call) {
    return Optional.ofNullable((UnitCount.Counting) call.getAttribute(COUNTING));
  }

  private static Duration since(ExecutionAttributes call) {
    Long started = call.getAttribute(STARTED);
    return started == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
  }

  private static String code(Throwable failure) {
    if (failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
      return refused.awsErrorDetails().errorCode();
    }
    return failure.getClass().getSimpleName();
  }
}
