package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Beans, changed in place. */
final class BeanMapping implements Mapping<StudentBean, ReservationBean, AwardBean> {

  private static final TableSchema<StudentBean> STUDENT = TableSchema.fromBean(StudentBean.class);
  private static final TableSchema<ReservationBean> RESERVATION =
      TableSchema.fromBean(ReservationBean.class);
  private static final TableSchema<AwardBean> AWARD = TableSchema.fromBean(AwardBean.class);

  @Override
  public TableSchema<StudentBean> students() {
    return STUDENT;
  }

  @Override
  public TableSchema<ReservationBean> reservations() {
    return RESERVATION;
  }

  @Override
  public TableSchema<AwardBean> awards() {
    return AWARD;
  }

  @Override
  public StudentBean student(String id, String email, Instant now) {
    StudentBean student = new StudentBean();
    identify(student, "student#" + id, "student#" + id, "student");
    student.setFirstName("Ada");
    student.setLastName("Lovelace");
    student.setEmail(email);
    student.setXp(0L);
    student.setCreatedAt(now);
    student.setUpdatedAt(now);
    index(student);
    return student;
  }

  @Override
  public String id(StudentBean student) {
    return requireNonNull(student.getPk()).substring("student#".length());
  }

  @Override
  public String email(StudentBean student) {
    return requireNonNull(student.getEmail());
  }

  @Override
  public StudentBean renamed(StudentBean student, String firstName, Instant now) {
    student.setFirstName(firstName);
    student.setUpdatedAt(now);
    return student;
  }

  @Override
  public StudentBean written(StudentBean student) {
    student.setVersion(requireNonNull(student.getVersion()) + 1);
    return student;
  }

  @Override
  public StudentBean softDeleted(StudentBean student, Instant now) {
    student.setDeleted(true);
    student.setDeletedAt(now);
    student.setUpdatedAt(now);
    student.setIndexKey(null);
    student.setIndexSortKey(null);
    return student;
  }

  @Override
  public StudentBean restored(StudentBean student, Instant now) {
    student.setDeleted(null);
    student.setDeletedAt(null);
    student.setUpdatedAt(now);
    index(student);
    return student;
  }

  @Override
  public StudentBean withMoreXp(StudentBean student, long amount, Instant now) {
    student.setXp(requireNonNull(student.getXp()) + amount);
    student.setUpdatedAt(now);
    return student;
  }

  @Override
  public StudentBean mark(StudentBean student) {
    StudentBean mark = new StudentBean();
    identify(mark, student.getPk(), student.getSk(), "student");
    mark.setDeleted(true);
    mark.setErasing(true);
    mark.setVersion(student.getVersion());
    return mark;
  }

  @Override
  public ReservationBean reservation(StudentBean student) {
    ReservationBean reservation = new ReservationBean();
    String key = "email#" + student.getEmail();
    identify(reservation, key, key, "emailReservation");
    reservation.setStudentId(id(student));
    return reservation;
  }

  @Override
  public AwardBean award(StudentBean student, String award, long amount, Instant now) {
    AwardBean bean = new AwardBean();
    identify(bean, student.getPk(), "award#" + award, "xpAward");
    bean.setAmount(amount);
    bean.setAwardedAt(now);
    return bean;
  }

  private static void index(StudentBean student) {
    student.setIndexKey(student.getEmail());
    student.setIndexSortKey(student.getPk());
  }

  private static void identify(
      ItemBean item, @Nullable String pk, @Nullable String sk, String entityType) {
    item.setPk(pk);
    item.setSk(sk);
    item.setEntityType(entityType);
  }
}
