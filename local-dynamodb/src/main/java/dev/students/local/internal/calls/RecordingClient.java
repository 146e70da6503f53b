package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import dev.students.local.RecordedCall;
import dev.students.local.Recording;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Wraps a client and records its calls. An interceptor could do the same, but it is bound to a
 * client permanently, and building a client for each recording takes longer than a call.
 */
public final class RecordingClient implements Recording, InvocationHandler {

  private static final String REQUEST = "Request";

  private final DynamoDbClient behind;
  private final DynamoDbClient client;
  private final UnitCount units;
  private final KeysOfRequest keys;
  private final int atMost;
  private final AtomicInteger started = new AtomicInteger();
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();

  public RecordingClient(DynamoDbClient behind, UnitCount units, KeysOfRequest keys, int atMost) {
    this.behind = behind;
    this.units = units;
    this.keys = keys;
    this.atMost = atMost;
    this.client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  @Override
  public DynamoDbClient client() {
    return client;
  }

  @Override
  public List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  /**
   * Records operations. Their other forms, including paginators, are default methods of the
   * interface that call these operations. All other methods are forwarded.
   */
  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean answers = DynamoDbResponse.class.isAssignableFrom(method.getReturnType());
    if (answers && arguments != null && arguments[0] instanceof DynamoDbRequest request) {
      return call(method, request);
    }
    if (answers || (method.isDefault() && method.getParameterCount() > 0)) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return send(method, arguments);
  }

  private Object call(Method method, DynamoDbRequest request) throws Throwable {
    if (started.incrementAndGet() > atMost) {
      throw new IllegalStateException(
          "Call limit of " + atMost + " exceeded; the operation may be retrying forever.");
    }
    DynamoDbRequest prepared = units.prepare(request);
    UnitCount.Counting counting = units.start(prepared);
    long start = System.nanoTime();
    Object response;
    try {
      response = send(method, prepared);
    } catch (RuntimeException failure) {
      Duration duration = since(start);
      record(request, duration, counting.failed(failure), Optional.of(code(failure)));
      throw failure;
    }
    Duration duration = since(start);
    record(request, duration, counting.end((DynamoDbResponse) response), Optional.empty());
    return response;
  }

  private Object send(Method method, Object @Nullable ... arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void record(
      DynamoDbRequest request,
      Duration duration,
      Optional<CapacityUnits> consumed,
      Optional<String> error) {
    String name = request.getClass().getSimpleName();
    String operation = name.substring(0, name.length() - REQUEST.length());
    calls.add(new RecordedCall(operation, keys.describe(request), duration, consumed, error));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String code(RuntimeException failure) {
    if (failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
      return refused.awsErrorDetails().errorCode();
    }
    return failure.getClass().getSimpleName();
  }
}
