package dev.students.reliability.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.RecordedAward;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text of {@link HostileValues} in every field: refused as a value, or kept to the character.
 */
class HostileValuesTest {

  private static final PersonName NAME = PersonName.of("Ann");
  private static final EmailAddress EMAIL = EmailAddress.of("ann@example.org");

  @AutoClose private final MemoryStore memory = new MemoryStore();

  static List<String> texts() {
    return HostileValues.all();
  }

  @ParameterizedTest(name = "text {index}")
  @MethodSource("texts")
  void firstName_anyText_isRefusedOrKept(String text) {
    accepted(PersonName::of, text)
        .ifPresent(
            name -> {
              Student created = memory.store.create(NewStudent.of(name, NAME, EMAIL));

              assertThat(memory.store.findById(created.id())).hasValue(created);
              assertThat(created.firstName()).isEqualTo(name);
            });
  }

  @ParameterizedTest(name = "text {index}")
  @MethodSource("texts")
  void email_anyText_isRefusedOrFoundByItself(String text) {
    accepted(EmailAddress::of, text)
        .ifPresent(
            email -> {
              Student created = memory.store.create(NewStudent.of(NAME, NAME, email));

              assertThat(memory.store.findByEmail(EmailAddress.of(text))).hasValue(created);
              assertThat(created.email()).isEqualTo(email);
            });
  }

  @ParameterizedTest(name = "text {index}")
  @MethodSource("texts")
  void studentId_anyText_isRefusedOrFoundByItself(String text) {
    accepted(StudentId::of, text)
        .ifPresent(
            id -> {
              Student created = memory.store.create(NewStudent.of(NAME, NAME, EMAIL).withId(id));

              assertThat(memory.store.findById(StudentId.of(text))).hasValue(created);
            });
  }

  @ParameterizedTest(name = "text {index}")
  @MethodSource("texts")
  void awardId_anyText_isRefusedOrListedAsItIs(String text) {
    accepted(AwardId::of, text)
        .ifPresent(
            id -> {
              StudentId student = memory.store.create(NewStudent.of(NAME, NAME, EMAIL)).id();

              memory.store.awardXp(student, XpAward.of(id, 1));

              assertThat(memory.store.awards(student))
                  .extracting(RecordedAward::id)
                  .containsExactly(id);
            });
  }

  /** The value, or nothing when it is refused in a message that does not repeat it. */
  private static <T> Optional<T> accepted(Function<String, T> value, String text) {
    try {
      return Optional.of(value.apply(text));
    } catch (InvalidValueException e) {
      if (text.length() > 10) {
        assertThat(e).hasMessageNotContaining(text);
      }
      return Optional.empty();
    }
  }
}
