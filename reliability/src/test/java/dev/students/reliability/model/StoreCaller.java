package dev.students.reliability.model;

import dev.students.data.AwardId;
import dev.students.data.ContentionException;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes the calls and says what they answered in the model's words; remembers the versions that it
 * saw.
 */
final class StoreCaller {

  static final String UNKNOWN = "whether it was applied is unknown";

  private final StudentStore store;
  private final Map<String, Long> versions = new HashMap<>();
  private Optional<Student> answered = Optional.empty();

  StoreCaller(StudentStore store) {
    this.store = store;
  }

  /** The student that the last call answered. */
  Optional<Student> answered() {
    return answered;
  }

  boolean hasSeen(String id) {
    return versions.containsKey(id);
  }

  String call(Call call) {
    answered = Optional.empty();
    try {
      return answer(call);
    } catch (SdkException | ContentionException e) {
      return UNKNOWN;
    } catch (StudentStoreException e) {
      return e.getClass().getSimpleName();
    }
  }

  private String answer(Call call) {
    StudentId id = StudentId.of(call.student());
    return switch (call.kind()) {
      case CREATE -> view(store.create(newStudent(call).withId(id)));
      case CREATE_WITHOUT_ID -> view(store.create(newStudent(call)));
      case FIND_BY_ID -> view(store.findById(id));
      case FIND_DELETED_TOO -> view(store.findById(id, FindOption.INCLUDE_DELETED));
      case FIND_BY_EMAIL -> view(store.findByEmail(EmailAddress.of(call.email())));
      case UPDATE_NAME, UPDATE_EMAIL, UPDATE_AT_VERSION_SEEN ->
          view(store.update(id, update(call)));
      case SOFT_DELETE -> view(store.softDelete(id));
      case SOFT_DELETE_AT_VERSION_SEEN ->
          view(
              seen(call).isPresent()
                  ? store.softDelete(id, seen(call).getAsLong())
                  : store.softDelete(id));
      case RESTORE -> view(store.restore(id));
      case RESTORE_AT_VERSION_SEEN ->
          view(
              seen(call).isPresent()
                  ? store.restore(id, seen(call).getAsLong())
                  : store.restore(id));
      case AWARD_XP ->
          store.awardXp(id, XpAward.of(AwardId.of(call.awardId()), call.amount())).name();
      case AWARDS -> awards(id);
      case ERASE -> {
        store.erase(id);
        yield "erased";
      }
    };
  }

  private StudentUpdate update(Call call) {
    StudentUpdate.Builder update = StudentUpdate.builder();
    if (call.kind() == Call.Kind.UPDATE_EMAIL) {
      return update.email(EmailAddress.of(call.email())).build();
    }
    update.firstName(PersonName.of(call.name()));
    if (call.kind() == Call.Kind.UPDATE_AT_VERSION_SEEN) {
      seen(call).ifPresent(update::expectedVersion);
    }
    return update.build();
  }

  private OptionalLong seen(Call call) {
    Long version = versions.get(call.student());
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  private static NewStudent newStudent(Call call) {
    return NewStudent.of(
        PersonName.of(call.name()), PersonName.of("Last"), EmailAddress.of(call.email()));
  }

  private String awards(StudentId id) {
    Map<String, Long> amounts = new TreeMap<>();
    store.awards(id).forEach(award -> amounts.put(award.id().value(), award.amount()));
    return amounts.toString();
  }

  private String view(Optional<Student> student) {
    return student.map(this::view).orElse(Model.NOBODY);
  }

  private String view(Student student) {
    answered = Optional.of(student);
    String id = student.id().value();
    return "%s %s %s %s xp=%d%s"
        .formatted(
            id,
            student.firstName().value(),
            student.lastName().value(),
            student.email().value(),
            student.xp(),
            student.isDeleted() ? " deleted" : "");
  }

  /** From now on this is the version that calls at an expected version give. */
  void remember(Student student) {
    versions.put(student.id().value(), student.version());
  }
}
