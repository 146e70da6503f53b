package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import dev.students.local.LocalDynamoDb;
import dev.students.truncation.internal.FunctionEnvironment;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruncationHandlerTest {

  private static final String PARAMETER = "/students/dev/truncation-permit";

  private static final LocalDynamoDb LOCAL = TestTables.LOCAL;
  private static final TestTables TABLES = new TestTables(LOCAL);

  private static TruncationHandler handlerFor(String table) {
    return handler(table, TABLES.arn(table), new FaultyHttpClient(LOCAL.endpoint()));
  }

  private static TruncationHandler handler(String table, String arn, FaultyHttpClient http) {
    return new TruncationHandler(
        new FunctionEnvironment(table, PARAMETER, "dev"),
        ParameterStore.at(LOCAL.endpoint(), Map.of(PARAMETER, arn)),
        LOCAL.clientBuilder().httpClientBuilder(http.asBuilder()).build());
  }

  private static final Context A_MINUTE = withMillisLeft(75_000);

  /** A context with only the method that the handler uses. */
  private static Context withMillisLeft(int millis) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
              return millis;
            });
  }

  @Test
  void invocation_returnsTheDocumentedJson() {
    TABLES.create("whole");
    TABLES.fill("whole", 120, 100);

    Map<String, Object> answer =
        handlerFor("whole").handleRequest(Map.of("table", "whole"), A_MINUTE);

    assertThat(TABLES.count("whole")).isZero();
    assertThat(answer.keySet())
        .containsExactly(
            "table",
            "dryRun",
            "complete",
            "ending",
            "scanned",
            "deleted",
            "unconfirmed",
            "readUnits",
            "writeUnits",
            "requests",
            "retries",
            "milliseconds");
    assertThat(answer)
        .containsEntry("table", "whole")
        .containsEntry("dryRun", false)
        .containsEntry("complete", true)
        .containsEntry("ending", "EMPTY")
        .containsEntry("scanned", 120L)
        .containsEntry("deleted", 120L)
        .containsEntry("unconfirmed", 0L)
        .containsEntry("writeUnits", 120.0)
        .containsEntry("retries", 0L);
  }

  @Test
  void dryRunInvocation_returnsTheDocumentedJsonAndDeletesNothing() {
    TABLES.create("counted");
    TABLES.fill("counted", 100, 3_000);

    Map<String, Object> answer =
        handlerFor("counted").handleRequest(Map.of("table", "counted", "dryRun", true), A_MINUTE);

    assertThat(TABLES.count("counted")).isEqualTo(100);
    assertThat(answer.keySet())
        .containsExactly(
            "table",
            "dryRun",
            "complete",
            "items",
            "bytes",
            "indexes",
            "readUnits",
            "minimumWriteUnits",
            "maximumWriteUnits",
            "minimumCost",
            "maximumCost",
            "currency",
            "prices",
            "writeUnitsPerSecond",
            "minimumSeconds",
            "milliseconds");
    assertThat(answer)
        .containsEntry("items", 100L)
        .containsEntry("complete", true)
        .containsEntry("currency", "USD");
  }

  @Test
  void invocation_shortFunctionTimeout_endsBeforeIt() {
    TABLES.create("short");
    TABLES.fill("short", 2_000, 10);
    var http = new FaultyHttpClient(LOCAL.endpoint());
    http.on(
        "BatchWriteItem",
        (number, body, wire) -> {
          try {
            Thread.sleep(100);
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
          return wire.send(body);
        });

    Map<String, Object> answer =
        handler("short", TABLES.arn("short"), http)
            .handleRequest(Map.of("table", "short"), withMillisLeft(14_200));

    assertThat(answer)
        .containsEntry("complete", false)
        .containsEntry("ending", "TIME_OVER")
        .containsEntry("deleted", 2_000 - TABLES.count("short"));
  }

  @Test
  void invocation_anotherTable_isRefused() {
    TABLES.create("its-own");
    TABLES.create("another");

    assertThatExceptionOfType(TruncationRefusedException.class)
        .isThrownBy(() -> handlerFor("its-own").handleRequest(Map.of("table", "another"), A_MINUTE))
        .matches(refusal -> refusal.guard() == Guard.NOT_CONFIRMED);
    assertThatExceptionOfType(TruncationRefusedException.class)
        .isThrownBy(
            () ->
                handler("its-own", TABLES.arn("another"), new FaultyHttpClient(LOCAL.endpoint()))
                    .handleRequest(Map.of("table", "another"), A_MINUTE))
        .withMessage(
            "This function is deployed for the table its-own, but the permit is for another.");
  }

  @Test
  void functionEnvironment_variableMissing_isNamed() {
    assertThatExceptionOfType(InvalidTruncationException.class)
        .isThrownBy(
            () -> FunctionEnvironment.of(Map.of("TABLE_NAME", "students", "ENVIRONMENT", "dev")))
        .withMessage(
            "TRUNCATION_PERMIT_PARAMETER must be set as an environment variable of the function.");
  }
}
