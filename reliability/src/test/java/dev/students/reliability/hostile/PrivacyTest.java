package dev.students.reliability.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Whatever is called and goes wrong, with every logger at its finest level: no log line, exception
 * or {@code toString} holds a name or an address. The exception is the AWS SDK's own loggers below
 * {@code INFO}, which write whole requests.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/logging-slf4j.html">Logging
 *     with the SDK for Java 2.x</a>
 */
class PrivacyTest {

  private static final List<Fault> FAULTS = List.of(Fault.values());

  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Handler[] usual = root.getHandlers();
  private final List<String> told = new ArrayList<>();
  private final Handler recorder = new Recorder();

  @BeforeEach
  void listenToEverything() {
    for (Handler handler : usual) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void listenAsBefore() {
    root.removeHandler(recorder);
    root.setLevel(level);
    for (Handler handler : usual) {
      root.addHandler(handler);
    }
  }

  @Test
  void store_anyCallsAndFaults_tellsNoNameAndNoAddress() {
    Random random = new Random(Form.seed());
    FaultyHttpClient wire =
        new FaultyHttpClient(
            new MemoryDynamoDb(random, 0, 1_000, () -> {}),
            () ->
                random.nextInt(4) == 0
                    ? Optional.of(FAULTS.get(random.nextInt(FAULTS.size())))
                    : Optional.empty());
    try (DynamoDbClient client =
        MemoryDynamoDb.clientBuilder()
            .httpClient(wire)
            .overrideConfiguration(FaultyHttpClient::retryAtOnce)
            .build()) {
      StudentStore store =
          StudentStore.builder(client, "students")
              .listener(call -> told.add(call.toString()))
              .build();
      for (int i = 0; i < Form.of(150, 3_000); i++) {
        tellOf(() -> call(store, random));
      }
    }

    assertThat(told)
        .hasSizeGreaterThan(400)
        .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("canary"));
  }

  private Object call(StudentStore store, Random random) {
    StudentId id = StudentId.of("s-" + random.nextInt(3));
    PersonName name = PersonName.of("Canary" + (char) ('a' + random.nextInt(3)));
    EmailAddress email = EmailAddress.of("canary%d@Example.org".formatted(random.nextInt(3)));
    StudentUpdate update = StudentUpdate.builder().firstName(name).email(email).build();
    NewStudent student = NewStudent.of(name, name, email).withId(id);
    told.add(update + " " + student + " " + name + " " + email);
    return switch (random.nextInt(9)) {
      case 0, 1 -> store.create(student);
      case 2 -> store.update(id, update);
      case 3 -> store.softDelete(id);
      case 4 -> store.restore(id);
      case 5 -> store.findByEmail(email);
      case 6 -> store.awardXp(id, XpAward.of(AwardId.of("a-" + random.nextInt(9)), 1));
      case 7 -> store.findById(id, FindOption.INCLUDE_DELETED).map(Student::toString);
      default -> {
        store.erase(id);
        yield id;
      }
    };
  }

  private interface Made {
    Object answer();
  }

  private void tellOf(Made call) {
    try {
      told.add(call.answer().toString());
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      told.add(trace.toString());
    }
  }

  private final class Recorder extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      boolean ofTheSdk = record.getLoggerName().startsWith("software.amazon.awssdk.");
      if (!ofTheSdk || record.getLevel().intValue() >= Level.INFO.intValue()) {
        told.add(formatter.format(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
