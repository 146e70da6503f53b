package dev.students.reliability.model;

import dev.students.data.AwardId;
import dev.students.data.AwardResult;
import dev.students.data.ChangeOption;
import dev.students.data.ContentionException;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentAward;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes the calls and says what they answered in the model's words; remembers the students that it
 * saw.
 */
final class StoreCaller {

  static final String UNKNOWN = "whether it was applied is unknown";

  private final StudentStore store;
  private final Map<String, Student> seen = new HashMap<>();
  private Optional<Student> answered = Optional.empty();

  StoreCaller(StudentStore store) {
    this.store = store;
  }

  /** The student that the last call answered. */
  Optional<Student> answered() {
    return answered;
  }

  boolean hasSeen(String id) {
    return seen.containsKey(id);
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
      case UPDATE_AS_READ, UPDATE_EMAIL_AS_READ_OR_NOW ->
          asRead(
              call,
              (read, options) -> store.update(read, update(call), options),
              () -> store.update(id, update(call)));
      case SOFT_DELETE_AS_READ -> asRead(call, store::softDelete, () -> store.softDelete(id));
      case RESTORE_AS_READ_OR_NOW -> asRead(call, store::restore, () -> store.restore(id));
      case AWARD_SEVERAL -> awardSeveral(call, id);
      case AWARD_XP -> store.awardXp(id, award(call)).name();
      case AWARDS -> awards(id);
      case ERASE -> {
        store.erase(id);
        yield "erased";
      }
    };
  }

  private String asRead(
      Call call,
      BiFunction<Student, ChangeOption[], Student> change,
      Supplier<Student> withoutReading) {
    Student read = seen.get(call.student());
    return view(
        read == null
            ? withoutReading.get()
            : change.apply(
                read,
                call.kind().name().endsWith("_OR_NOW")
                    ? new ChangeOption[] {ChangeOption.READ_AGAIN_IF_CHANGED}
                    : new ChangeOption[0]));
  }

  private String awardSeveral(Call call, StudentId id) {
    List<StudentAward> awards =
        call.several().stream()
            .map(each -> new StudentAward(StudentId.of(each.student()), award(each)))
            .toList();
    boolean alone = awards.stream().allMatch(each -> each.studentId().equals(id));
    List<AwardResult> results =
        alone
            ? store.awardXp(id, awards.stream().map(StudentAward::award).toList())
            : store.awardXp(awards, 1);
    boolean unknown =
        results.stream()
            .anyMatch(
                each ->
                    each instanceof AwardResult.Unknown
                        || (each instanceof AwardResult.Refused refused
                            && refused.reason() instanceof ContentionException));
    return unknown ? UNKNOWN : results.stream().map(StoreCaller::text).toList().toString();
  }

  private static String text(AwardResult result) {
    return result instanceof AwardResult.Recorded recorded
        ? recorded.outcome().name()
        : ((AwardResult.Refused) result).reason().getClass().getSimpleName();
  }

  private static XpAward award(Call call) {
    return XpAward.of(AwardId.of(call.awardId()), call.amount());
  }

  private StudentUpdate update(Call call) {
    StudentUpdate.Builder update = StudentUpdate.builder();
    if (call.kind().name().startsWith("UPDATE_EMAIL")) {
      return update.email(EmailAddress.of(call.email())).build();
    }
    update.firstName(PersonName.of(call.name()));
    if (call.kind() == Call.Kind.UPDATE_AT_VERSION_SEEN) {
      seen(call).ifPresent(update::expectedVersion);
    }
    return update.build();
  }

  private OptionalLong seen(Call call) {
    Student student = seen.get(call.student());
    return student == null ? OptionalLong.empty() : OptionalLong.of(student.version());
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

  /** From now on this is the student, or its version, that calls on what was seen give. */
  void remember(Student student) {
    seen.put(student.id().value(), student);
  }
}
