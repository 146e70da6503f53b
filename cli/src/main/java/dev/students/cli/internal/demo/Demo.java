package dev.students.cli.internal.demo;

import dev.students.cli.internal.targets.AwsClients;
import dev.students.cli.internal.targets.EmbeddedDatabase;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.local.CallRecorder;
import dev.students.local.KeyMask;
import dev.students.local.LocalDynamoDb;
import dev.students.local.RecordedCall;
import dev.students.local.Recording;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The demonstration, on a database in memory that is discarded at the end.
 *
 * <p>Units are computed from the sizes of the items by AWS's published rules, because DynamoDB
 * Local reports those of transactions incorrectly.
 */
public final class Demo implements AutoCloseable {

  private static final String TABLE = "students-demo";
  private static final List<String> KEYS =
      List.of(StudentTable.PARTITION_KEY, StudentTable.SORT_KEY);

  private final LocalDynamoDb local;
  private final DynamoDbClient client;
  private final Recording recording;

  private Demo(LocalDynamoDb local) {
    this.local = local;
    this.client = AwsClients.build(local.clientBuilder());
    this.recording = CallRecorder.computing(local.directReads(), KEYS, KeyMask.NONE).start(client);
  }

  /** Starts the database and creates its table. The caller closes it. */
  public static Demo start() {
    LocalDynamoDb local = EmbeddedDatabase.start(LocalDynamoDb::inMemory);
    try {
      Demo demo = new Demo(local);
      demo.client.createTable(StudentTable.createTableRequest(TABLE));
      return demo;
    } catch (RuntimeException e) {
      local.close();
      throw e;
    }
  }

  /**
   * Runs each step and passes on its result.
   *
   * @throws DemoFailedException if a result is not as promised
   */
  public void run(Consumer<StepResult> each) {
    StudentStore store = StudentStore.create(recording.client(), TABLE);
    int number = 0;
    for (Step step : Steps.ALL) {
      int before = recording.calls().size();
      String result = step.action().apply(store);
      List<RecordedCall> all = recording.calls();
      each.accept(
          new StepResult(
              ++number, step.title(), step.command(), result, all.subList(before, all.size())));
    }
  }

  @Override
  public void close() {
    client.close();
    local.close();
  }
}
