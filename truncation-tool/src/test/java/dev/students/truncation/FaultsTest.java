package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.students.local.LocalDynamoDb;
import dev.students.truncation.FaultyHttpClient.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Truncations with injected faults; the content of the database shows what was deleted. */
class FaultsTest {

  private static final int ITEMS = 400;
  private static final Duration SHORTEST_LIMIT = Duration.ofMillis(300);
  private static final Pattern DELETION =
      Pattern.compile("\\{\"DeleteRequest\":\\{\"Key\":\\{[^}]*\\}(,[^}]*\\})*\\}\\}\\}");

  private static final LocalDynamoDb LOCAL = TestTables.LOCAL;
  private static final TestTables TABLES = new TestTables(LOCAL);

  private static FaultyHttpClient filled(String table) {
    TABLES.create(table);
    TABLES.fill(table, ITEMS, 100);
    return new FaultyHttpClient(LOCAL.endpoint());
  }

  /** A truncation without the SDK's retries, so that it sees every fault. */
  private static TableTruncation.Builder truncation(String table, FaultyHttpClient http) {
    return truncation(table, http, TruncationPermit.forEmulator(LOCAL.endpoint(), table));
  }

  private static TableTruncation.Builder truncation(
      String table, FaultyHttpClient http, TruncationPermit permit) {
    return TableTruncation.builder(
        LOCAL
            .clientBuilder()
            .httpClientBuilder(http.asBuilder())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build(),
        permit,
        table);
  }

  private static void assertAllDeleted(String table, TruncationResult result) {
    assertThat(TABLES.count(table)).isZero();
    assertThat(result.complete()).isTrue();
    assertThat(result.scanned()).isEqualTo(ITEMS);
    assertThat(result.deleted()).isEqualTo(ITEMS);
    assertThat(result.unconfirmed()).isZero();
  }

  private static Fault every(int nth, Fault fault) {
    return (number, body, wire) ->
        number % nth == 0 ? fault.apply(number, body, wire) : wire.send(body);
  }

  private static final Fault THROTTLED =
      (number, body, wire) -> FaultyHttpClient.error(400, "ProvisionedThroughputExceededException");

  private static final Fault ANSWER_LOST =
      (number, body, wire) -> {
        FaultyHttpClient.text(wire.send(body));
        throw new IOException("Connection reset");
      };

  @Test
  void run_oneThirdOfCallsThrottled_deletesAll() {
    FaultyHttpClient http =
        filled("throttled")
            .on("Scan", every(3, THROTTLED))
            .on("BatchWriteItem", every(3, THROTTLED));

    TruncationResult result =
        truncation("throttled", http, TABLES.permitOfParameter(LOCAL.endpoint(), "throttled"))
            .build()
            .run();

    assertAllDeleted("throttled", result);
    assertThat(result.retries()).isGreaterThan(ITEMS / 25 / 3);
    assertThat(result.units().orElseThrow().write()).isEqualTo(ITEMS);
  }

  @Test
  void run_throttlingRetriedByTheSdk_isCounted() {
    FaultyHttpClient http = filled("hidden").on("BatchWriteItem", every(5, THROTTLED));
    DynamoDbClient client = LOCAL.clientBuilder().httpClientBuilder(http.asBuilder()).build();

    TruncationResult result =
        TableTruncation.builder(
                client, TruncationPermit.forEmulator(LOCAL.endpoint(), "hidden"), "hidden")
            .build()
            .run();

    assertAllDeleted("hidden", result);
    assertThat(result.retries()).isGreaterThanOrEqualTo(ITEMS / 25 / 5);
  }

  @Test
  void run_serverErrors_areRetried() {
    Fault unavailable = (number, body, wire) -> FaultyHttpClient.error(500, "InternalServerError");
    FaultyHttpClient http =
        filled("errors")
            .on("Scan", every(4, unavailable))
            .on("BatchWriteItem", every(4, unavailable));

    assertAllDeleted("errors", truncation("errors", http).build().run());
  }

  @Test
  void run_unprocessedKeys_areResentAndCountedOnce() {
    FaultyHttpClient http =
        filled("unprocessed").on("BatchWriteItem", every(2, FaultsTest::inPart));

    TruncationResult result = truncation("unprocessed", http).build().run();

    assertAllDeleted("unprocessed", result);
    assertThat(result.retries()).isPositive();
  }

  /** Processes the first deletion and reports the others as unprocessed. */
  private static HttpExecuteResponse inPart(int number, String body, FaultyHttpClient.Wire wire)
      throws IOException {
    Matcher deletions = DELETION.matcher(body);
    if (!deletions.find()) {
      throw new AssertionError("no deletion in " + body);
    }
    String first = deletions.group();
    String rest = body.substring(deletions.end(), body.indexOf(']', deletions.end()));
    String answer = FaultyHttpClient.text(wire.send(body.replace(first + rest, first)));
    if (rest.isEmpty()) {
      return FaultyHttpClient.answer(200, answer);
    }
    return FaultyHttpClient.answer(
        200,
        answer.replace(
            "\"UnprocessedItems\":{}",
            "\"UnprocessedItems\":{\"unprocessed\":[" + rest.substring(1) + "]}"));
  }

  @Test
  void run_responsesLost_countsDeletionsOnce() {
    FaultyHttpClient http =
        filled("lost")
            .on("Scan", every(3, ANSWER_LOST))
            .on("BatchWriteItem", every(3, ANSWER_LOST));

    assertAllDeleted("lost", truncation("lost", http).build().run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "empty", "no members", "not JSON", "wrong checksum"})
  void run_oneThirdOfResponsesCorrupted_deletesAllAndCountsOnce(String corruption) {
    String table = "corrupted-" + corruption.replace(' ', '-');
    Fault corrupted =
        (number, body, wire) -> {
          String answer = FaultyHttpClient.text(wire.send(body));
          return switch (corruption) {
            case "half" -> FaultyHttpClient.answer(200, answer.substring(0, answer.length() / 2));
            case "empty" -> FaultyHttpClient.answer(200, "");
            case "no members" -> FaultyHttpClient.answer(200, "{}");
            case "not JSON" -> FaultyHttpClient.answer(200, "<html>Sign in</html>");
            default -> FaultyHttpClient.withChecksum(FaultyHttpClient.answer(200, answer), 1);
          };
        };
    FaultyHttpClient http =
        filled(table).on("Scan", every(3, corrupted)).on("BatchWriteItem", every(3, corrupted));

    assertAllDeleted(table, truncation(table, http).build().run());
  }

  @Test
  void run_accessDeniedMidway_failsWithCauseAndCount() {
    FaultyHttpClient http =
        filled("denied")
            .on(
                "BatchWriteItem",
                (number, body, wire) ->
                    number > 6
                        ? FaultyHttpClient.error(400, "AccessDeniedException")
                        : wire.send(body));

    TruncationFailedException failure =
        catchThrowableOfType(
            TruncationFailedException.class, () -> truncation("denied", http).build().run());

    long gone = ITEMS - TABLES.count("denied");
    assertThat(failure)
        .hasMessageContaining("denied stopped after " + gone + " deleted items")
        .hasMessageContaining("injected");
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            cause ->
                assertThat(cause.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
    assertThat(failure.result().ending()).isEqualTo(Ending.FAILED);
    assertThat(failure.result().deleted()).isEqualTo(gone).isPositive();
    assertThat(failure.result().unconfirmed()).isZero();
  }

  @Test
  void run_fatalError_countsHangingRequestsAsUnconfirmed() {
    var never = new CountDownLatch(1);
    var hanging = new AtomicLong();
    FaultyHttpClient http =
        filled("hanging")
            .on(
                "BatchWriteItem",
                (number, body, wire) -> {
                  if (number == 4) {
                    return FaultyHttpClient.error(400, "AccessDeniedException");
                  }
                  hanging.addAndGet(DELETION.matcher(body).results().count());
                  try {
                    never.await();
                  } catch (InterruptedException interrupted) {
                    throw new InterruptedIOException("while hanging");
                  }
                  return wire.send(body);
                });

    TruncationFailedException failure =
        catchThrowableOfType(
            TruncationFailedException.class,
            () -> truncation("hanging", http).concurrency(4).build().run());

    assertThat(failure.getCause()).hasMessageContaining("injected");
    assertThat(failure.result().deleted()).isZero();
    assertThat(failure.result().unconfirmed()).isEqualTo(hanging.get()).isPositive();
    assertThat(failure.result().duration()).isLessThan(Duration.ofSeconds(10));
    assertThat(TABLES.count("hanging")).isEqualTo(ITEMS);
  }

  @Test
  void run_everyResponseLost_failsWithUnconfirmedCount() {
    FaultyHttpClient http =
        filled("gone")
            .on(
                "BatchWriteItem",
                (number, body, wire) ->
                    number > 4 ? ANSWER_LOST.apply(number, body, wire) : wire.send(body));

    TruncationFailedException failure =
        catchThrowableOfType(
            TruncationFailedException.class, () -> truncation("gone", http).build().run());

    assertThat(failure).hasRootCauseMessage("Connection reset");
    assertThat(failure.getCause()).isInstanceOf(SdkClientException.class);
    long gone = ITEMS - TABLES.count("gone");
    assertThat(failure.result().deleted()).isPositive();
    assertThat(gone)
        .isBetween(
            failure.result().deleted(),
            failure.result().deleted() + failure.result().unconfirmed());
  }

  @Test
  void run_tableDeletedMeanwhile_failsWithTheCause() {
    FaultyHttpClient http =
        filled("vanishing")
            .on(
                "BatchWriteItem",
                (number, body, wire) ->
                    number > 5
                        ? FaultyHttpClient.error(400, "ResourceNotFoundException")
                        : wire.send(body));

    assertThatExceptionOfType(TruncationFailedException.class)
        .isThrownBy(() -> truncation("vanishing", http).build().run())
        .withCauseInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void run_listenerThrows_failsWithThatCause() {
    FaultyHttpClient http =
        filled("listener")
            .on(
                "BatchWriteItem",
                (number, body, wire) -> number > 3 ? slowly(body, wire) : wire.send(body));

    assertThatExceptionOfType(TruncationFailedException.class)
        .isThrownBy(
            () ->
                truncation("listener", http)
                    .listener(
                        progress -> {
                          throw new IllegalStateException("the terminal is gone");
                        })
                    .progressInterval(Duration.ofMillis(1))
                    .build()
                    .run())
        .withRootCauseInstanceOf(IllegalStateException.class)
        .withMessageContaining("the terminal is gone");
  }

  private static HttpExecuteResponse slowly(String body, FaultyHttpClient.Wire wire)
      throws IOException {
    return after(Duration.ofMillis(100), body, wire);
  }

  private static HttpExecuteResponse after(
      Duration latency, String body, FaultyHttpClient.Wire wire) throws IOException {
    try {
      Thread.sleep(latency.toMillis());
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
    return wire.send(body);
  }

  /** Runs with longer and longer limits until one leaves time for a deletion. */
  private static TruncationResult slice(String table, FaultyHttpClient http) {
    Duration limit = SHORTEST_LIMIT;
    TruncationResult slice;
    do {
      slice = truncation(table, http).concurrency(2).timeLimit(limit).build().run();
      assertThat(slice.ending()).isEqualTo(Ending.TIME_OVER);
      assertThat(slice.complete()).isFalse();
      assertThat(slice.unconfirmed()).isZero();
      limit = limit.multipliedBy(2);
    } while (slice.deleted() == 0 && limit.compareTo(Duration.ofSeconds(30)) < 0);
    return slice;
  }

  @Test
  void run_timeLimitReached_returnsAPartialResultAndIsResumable() {
    FaultyHttpClient http =
        filled("slice").on("BatchWriteItem", (number, body, wire) -> slowly(body, wire));

    TruncationResult slice = slice("slice", http);

    assertThat(slice.deleted()).isBetween(1L, ITEMS - 1L);
    assertThat(TABLES.count("slice")).isEqualTo(ITEMS - slice.deleted());
    TruncationResult rest = truncation("slice", http).build().run();
    assertThat(rest.complete()).isTrue();
    assertThat(rest.deleted()).isEqualTo(ITEMS - slice.deleted());
  }

  /** Each request takes longer than the limit, so what was deleted was in flight at its end. */
  @Test
  void run_timeLimitReached_awaitsRequestsInFlight() {
    FaultyHttpClient http =
        filled("patient")
            .on(
                "BatchWriteItem",
                (number, body, wire) -> after(SHORTEST_LIMIT.multipliedBy(2), body, wire));

    TruncationResult slice = slice("patient", http);

    assertThat(slice.deleted()).isEqualTo(ITEMS - TABLES.count("patient")).isPositive();
  }

  @Test
  void run_interrupted_endsAndStaysInterrupted() {
    FaultyHttpClient http =
        filled("interrupted").on("BatchWriteItem", (number, body, wire) -> slowly(body, wire));
    Thread runner = Thread.currentThread();

    TruncationResult result =
        truncation("interrupted", http)
            .concurrency(2)
            .listener(
                progress -> {
                  if (progress.deleted() > 100) {
                    runner.interrupt();
                  }
                })
            .progressInterval(Duration.ofMillis(1))
            .build()
            .run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(result.unconfirmed()).isZero();
    assertThat(result.deleted()).isBetween(101L, ITEMS - 1L);
    assertThat(TABLES.count("interrupted")).isEqualTo(ITEMS - result.deleted());
  }

  @Test
  void run_constantWrites_isNotComplete() {
    FaultyHttpClient http = filled("busy");
    http.on(
        "Scan",
        (number, body, wire) -> {
          TABLES.fill("busy", 1, 10);
          return wire.send(body);
        });

    TruncationResult result = truncation("busy", http).build().run();

    assertThat(result.ending()).isEqualTo(Ending.STILL_WRITTEN_TO);
    assertThat(result.complete()).isFalse();
  }
}
