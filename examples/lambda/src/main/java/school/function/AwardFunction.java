package school.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.students.data.AwardId;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Awards XP from an SQS queue. SQS may deliver a message more than once; the award's id makes it
 * count once all the same. A message that failed is reported, so that SQS delivers it again and in
 * the end moves it to the dead-letter queue (the event source needs {@code
 * ReportBatchItemFailures}).
 */
public final class AwardFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final StudentStore students;

  /** Lambda calls this once for each instance of the function. */
  public AwardFunction() {
    this(
        StudentStore.builder(
                DynamoDbClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build(),
                System.getenv("STUDENTS_TABLE"))
            .listener(new OpenTelemetryListener(GlobalOpenTelemetry.getMeter("students")))
            .build());
  }

  AwardFunction(StudentStore students) {
    this.students = students;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      try {
        students.awardXp(StudentId.of(attribute(message, "studentId")), award(message));
      } catch (StudentStoreException | SdkException | IllegalArgumentException failure) {
        context.getLogger().log("Message %s: %s".formatted(message.getMessageId(), failure));
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static XpAward award(SQSMessage message) {
    return XpAward.of(
        AwardId.of(attribute(message, "awardId")), Long.parseLong(attribute(message, "amount")));
  }

  private static String attribute(SQSMessage message, String name) {
    return Optional.ofNullable(message.getMessageAttributes().get(name))
        .map(MessageAttribute::getStringValue)
        .orElseThrow(() -> new IllegalArgumentException("the attribute " + name + " is missing"));
  }
}
