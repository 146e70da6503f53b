package dev.students.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.cli.ScriptedDynamoDb.Answer;
import dev.students.cli.ScriptedDynamoDb.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages for responses that are errors or not from DynamoDB. */
class AwsAnswersTest {

  private static final String SHAPE = "not-a-student-table";

  private static ScriptedDynamoDb aws;

  @BeforeAll
  static void start() {
    aws = new ScriptedDynamoDb(URI.create("http://127.0.0.1:9"));
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  static Stream<Answer> foreignAnswers() {
    return Stream.of(
        new Answer(200, "text/html", "<html><body>It works!</body></html>"),
        new Answer(200, "text/html; charset=utf-8", ""),
        new Answer(200, "", ""),
        new Answer(200, "application/json", "{}"),
        new Answer(200, "text/plain", "ok"),
        new Answer(302, "text/html", "<html>moved</html>"),
        new Answer(403, "text/html", "<html>sign in</html>"),
        new Answer(404, "text/html", "<html>not found</html>"),
        new Answer(404, "", ""),
        new Answer(502, "text/html", "<html>bad gateway</html>"),
        new Answer(503, "", ""));
  }

  @ParameterizedTest
  @MethodSource("foreignAnswers")
  void anyCommand_answerOfAnotherServer_isReportedAsNotDynamoDb(Answer answer) {
    for (String line :
        List.of(
            "get s-1",
            "find a@b.c",
            "update s-1 --last-name L",
            "award-xp s-1 5 --award-id a",
            "create --first-name A --last-name L --email a@b.c",
            "erase s-1 --confirm s-1")) {
      String[] command = line.split(" ");
      aws.play(firstRequest(command[0]), List.of(answer));

      Run run = students(command);

      assertThat(run.exitCode()).as(line).isEqualTo(1);
      assertThat(run.out()).as(line).contains("\"kind\":\"not-dynamodb\"");
      assertThat(run.err())
          .as(line)
          .contains(" is not DynamoDB: it sent ", "(HTTP " + answer.status() + ")")
          .doesNotContain("null", "defect", "no details");
    }
  }

  @Test
  void get_answerThatIsNotHttp_isReportedAsNotDynamoDb() throws IOException {
    try (ServerSocket ssh = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> greetAll(ssh));
      server.setDaemon(true);
      server.start();

      Run run =
          Run.of(
              "get",
              "s-1",
              "--endpoint",
              "http://127.0.0.1:" + ssh.getLocalPort(),
              "--table",
              "students");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains(" is not DynamoDB: it sent an answer that is not HTTP.");
    }
  }

  private static void greetAll(ServerSocket ssh) {
    while (!ssh.isClosed()) {
      try (Socket client = ssh.accept()) {
        client.getOutputStream().write("SSH-2.0-OpenSSH_9.2p1 Debian\r\n".getBytes(US_ASCII));
        int unused = client.getInputStream().read(new byte[4096]);
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** As DynamoDB words them; emulators differ a little. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The provided key element does not match the schema                            | true
          One of the required keys was not given a value                                | true
          One or more parameter values were invalid: Missing the key id in the item     | true
          Query condition missed key schema element: id                                 | true
          The table does not have the specified index: gsi1                             | true
          One or more parameter values were invalid: Type mismatch for key pk expected: N actual: S | true
          Item size has exceeded the maximum allowed size                               | false
          Item collection size limit of 10 gigabytes exceeded                           | false
          The AWS Region is not enabled for this account                                | false
          """)
  void validationException_wrongTableShape_isReportedForReadsAndWrites(
      String message, boolean shape) {
    String kind = shape ? SHAPE : "aws-service";
    aws.play("GetItem", List.of(Step.error(400, "ValidationException", message)));
    assertThat(students("get", "s-1").out()).contains("\"kind\":\"" + kind + "\"", message);
    aws.play("Query", List.of(Step.error(400, "ValidationException", message)));
    assertThat(students("find", "a@b.c").out()).contains("\"kind\":\"" + kind + "\"", message);

    aws.play("TransactWriteItems", List.of(Step.error(400, "ValidationException", message)));
    assertThat(award().out()).contains("\"kind\":\"" + kind + "\"", message);
    aws.play("TransactWriteItems", List.of(cancelled("ValidationError", message)));
    assertThat(award().out()).contains("\"kind\":\"" + kind + "\"", message);
  }

  @ParameterizedTest
  @CsvSource({"ThrottlingError", "ProvisionedThroughputExceeded"})
  void transaction_cancelledByThrottling_isReportedAsThrottling(String reason) {
    aws.play("TransactWriteItems", List.of(cancelled(reason, "Rate exceeded.")));

    assertThat(award().out()).contains("\"kind\":\"throttled\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvalidSignatureException | Signature expired: 20261128T000000Z is now earlier than 20261128T010000Z
          InvalidSignatureException | Signature not yet current: 20261128T020000Z is still later than 20261128T010500Z
          RequestTimeTooSkewed      | The difference between the request time and the current time is too large.
          """)
  void clock_persistentSkew_isReportedAsSkew(String code, String message) {
    aws.play("GetItem", List.of(Step.error(403, code, message)));

    Run run = students("get", "s-1");

    assertThat(run.out()).contains("\"kind\":\"clock-skew\"");
    assertThat(run.err()).contains("The clock of this computer ", message).doesNotContain("Log in");
  }

  @Test
  void signature_wrongSecret_isNotReportedAsSkew() {
    aws.play(
        "GetItem",
        List.of(Step.error(403, "InvalidSignatureException", "The signature does not match.")));

    assertThat(students("get", "s-1").out()).contains("\"kind\":\"credentials-not-accepted\"");
  }

  private static Step cancelled(String reason, String message) {
    return new Answer(
        400,
        "application/x-amz-json-1.0",
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
            + "\"Message\":\"Transaction cancelled\",\"CancellationReasons\":[{\"Code\":\"None\"},"
            + "{\"Code\":\"%s\",\"Message\":\"%s\"}]}".formatted(reason, message));
  }

  private static Run award() {
    return students("award-xp", "s-1", "5", "--award-id", "a");
  }

  private static String firstRequest(String command) {
    return switch (command) {
      case "get", "update", "erase" -> "GetItem";
      case "find" -> "Query";
      default -> "TransactWriteItems";
    };
  }

  private static Run students(String... args) {
    return Run.of(
        Stream.concat(
                Stream.of(args),
                Stream.of(
                    "--output",
                    "json",
                    "--endpoint",
                    aws.endpoint().toString(),
                    "--table",
                    "students"))
            .toArray(String[]::new));
  }
}
