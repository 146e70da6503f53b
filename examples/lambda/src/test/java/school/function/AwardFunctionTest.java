package school.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function on the embedded database. */
class AwardFunctionTest {

  @Test
  void messages_deliveredTwiceAndBroken_countOnceAndAreReported() {
    InMemoryMetricReader metrics = InMemoryMetricReader.create();
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient dynamoDb = local.clientBuilder().build();
        SdkMeterProvider meters =
            SdkMeterProvider.builder().registerMetricReader(metrics).build()) {
      dynamoDb.createTable(StudentTable.createTableRequest("students"));
      StudentStore students =
          StudentStore.builder(dynamoDb, "students")
              .listener(new OpenTelemetryListener(meters.get("students")))
              .build();
      Student ada =
          students.create(
              NewStudent.of(
                  PersonName.of("Ada"),
                  PersonName.of("Lovelace"),
                  EmailAddress.of("ada@example.org")));
      SQSMessage essay = message("m1", ada.id().value(), "essay-1", "50");
      SQSMessage nobody = message("m2", "nobody", "essay-1", "50");
      SQSMessage broken = message("m3", ada.id().value(), "essay-2", "many");
      SQSEvent event = new SQSEvent();
      event.setRecords(List.of(essay, nobody, essay, broken));

      List<BatchItemFailure> failures =
          new AwardFunction(students).handleRequest(event, new Unlogged()).getBatchItemFailures();

      assertThat(failures)
          .extracting(BatchItemFailure::getItemIdentifier)
          .containsExactly("m2", "m3");
      assertThat(students.findById(ada.id())).map(Student::xp).contains(50L);
      assertThat(requestsByOperation(metrics)).containsEntry("CREATE", 1L).containsKey("AWARD_XP");
    }
  }

  private static SQSMessage message(String id, String student, String award, String amount) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setMessageAttributes(
        Map.of("studentId", text(student), "awardId", text(award), "amount", text(amount)));
    return message;
  }

  private static MessageAttribute text(String value) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setStringValue(value);
    return attribute;
  }

  private static Map<String, Long> requestsByOperation(InMemoryMetricReader metrics) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("students.requests"))
        .flatMap(metric -> metric.getLongSumData().getPoints().stream())
        .collect(
            Collectors.toMap(
                point -> point.getAttributes().get(OpenTelemetryListener.OPERATION),
                point -> point.getValue()));
  }

  /** What Lambda passes in; of it the function uses the logger alone. */
  private static final class Unlogged implements Context {
    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
      };
    }

    @Override
    public String getAwsRequestId() {
      return "request-1";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "awards";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:us-east-1:000000000000:function:awards";
    }

    @Override
    public CognitoIdentity getIdentity() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 30_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }
  }
}
