package dev.students.benchmarks;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.RecordedAward;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** With the store, from plain text each time, so that checking values counts as well. */
final class ByStore implements Students {

  private final StudentStore store;
  private @Nullable Student read;

  ByStore(StudentStore store) {
    this.store = store;
  }

  @Override
  public Object create(String id, String email) {
    return store.create(
        NewStudent.of(PersonName.of("Ada"), PersonName.of("Lovelace"), EmailAddress.of(email))
            .withId(StudentId.of(id)));
  }

  @Override
  public Object findById(String id) {
    return store.findById(StudentId.of(id)).orElseThrow();
  }

  @Override
  public Object findByEmail(String email) {
    return store.findByEmail(EmailAddress.of(email)).orElseThrow();
  }

  @Override
  public Object rename(String id, String firstName) {
    return store.update(
        StudentId.of(id), StudentUpdate.builder().firstName(PersonName.of(firstName)).build());
  }

  @Override
  public Object renameAsRead(String id, String firstName) {
    Student before = read == null ? store.findById(StudentId.of(id)).orElseThrow() : read;
    read =
        store.update(before, StudentUpdate.builder().firstName(PersonName.of(firstName)).build());
    return read;
  }

  @Override
  public Object softDelete(String id) {
    return store.softDelete(StudentId.of(id));
  }

  @Override
  public Object restore(String id) {
    return store.restore(StudentId.of(id));
  }

  @Override
  public Object awardXp(String id, String award, long amount) {
    return store.awardXp(StudentId.of(id), XpAward.of(AwardId.of(award), amount));
  }

  @Override
  public Object awardXp(String id, List<String> awards, long amount) {
    return store.awardXp(
        StudentId.of(id),
        awards.stream().map(award -> XpAward.of(AwardId.of(award), amount)).toList());
  }

  @Override
  public Object awards(String id) {
    List<RecordedAward> awards = new ArrayList<>();
    store.awards(StudentId.of(id)).forEach(awards::add);
    return awards;
  }

  @Override
  public void erase(String id) {
    store.erase(StudentId.of(id));
  }
}
