package dev.students.reliability.hostile;

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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Whatever is called on a store and goes wrong: no log line, exception or {@code toString} holds a
 * name or an address.
 */
class PrivacyTest {

  private static final List<Fault> FAULTS = List.of(Fault.values());

  @AutoClose private final Canaries canaries = new Canaries();

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
    try (DynamoDbClient client = wire.client(MemoryDynamoDb.clientBuilder())) {
      StudentStore store =
          StudentStore.builder(client, "students").listener(canaries::tell).build();
      for (int i = 0; i < Form.of(150, 3_000); i++) {
        canaries.tellOf(() -> call(store, random));
      }
    }

    canaries.assertNoneIn(400);
  }

  private Object call(StudentStore store, Random random) {
    StudentId id = StudentId.of("s-" + random.nextInt(3));
    PersonName name = PersonName.of("Canary" + (char) ('a' + random.nextInt(3)));
    EmailAddress email = EmailAddress.of("canary%d@Example.org".formatted(random.nextInt(3)));
    StudentUpdate update = StudentUpdate.builder().firstName(name).email(email).build();
    NewStudent student = NewStudent.of(name, name, email).withId(id);
    canaries.tell(update + " " + student + " " + name + " " + email);
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
}
