package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * With the SDK's Enhanced Client, beans and its optimistic locking: as many requests as the store
 * makes for the same promises, except that an award reads the student first, since a bean is
 * written as a whole.
 */
final class ByEnhancedClient implements Students {

  private static final TableSchema<StudentBean> STUDENT = TableSchema.fromBean(StudentBean.class);
  private static final TableSchema<ReservationBean> RESERVATION =
      TableSchema.fromBean(ReservationBean.class);
  private static final TableSchema<AwardBean> AWARD = TableSchema.fromBean(AwardBean.class);
  private static final Expression NEW =
      Expression.builder().expression("attribute_not_exists(pk)").build();

  private final DynamoDbEnhancedClient client;
  private final DynamoDbTable<StudentBean> students;
  private final DynamoDbTable<ReservationBean> reservations;
  private final DynamoDbTable<AwardBean> awards;
  private @Nullable StudentBean read;

  ByEnhancedClient(DynamoDbClient client, String table) {
    this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    this.students = this.client.table(table, STUDENT);
    this.reservations = this.client.table(table, RESERVATION);
    this.awards = this.client.table(table, AWARD);
  }

  @Override
  public Object create(String id, String email) {
    StudentBean student = new StudentBean();
    student.setPk("student#" + id);
    student.setSk("student#" + id);
    student.setEntityType("student");
    student.setFirstName("Ada");
    student.setLastName("Lovelace");
    student.setEmail(email);
    student.setXp(0L);
    student.setCreatedAt(now());
    student.setUpdatedAt(now());
    index(student);
    TransactWriteItemsEnhancedRequest.Builder request = TransactWriteItemsEnhancedRequest.builder();
    request.addPutItem(
        students,
        TransactPutItemEnhancedRequest.builder(StudentBean.class)
            .item(student)
            .conditionExpression(NEW)
            .build());
    claim(request, student);
    write(request);
    return student;
  }

  @Override
  public Object findById(String id) {
    return get(id);
  }

  @Override
  public Object findByEmail(String email) {
    return students
        .index("gsi1")
        .query(QueryConditional.keyEqualTo(Key.builder().partitionValue(email).build()))
        .iterator()
        .next()
        .items()
        .get(0);
  }

  @Override
  public Object rename(String id, String firstName) {
    return renamed(get(id), firstName);
  }

  @Override
  public Object renameAsRead(String id, String firstName) {
    StudentBean student = read == null ? get(id) : read;
    renamed(student, firstName);
    student.setVersion(requireNonNull(student.getVersion()) + 1);
    read = student;
    return student;
  }

  @Override
  public Object softDelete(String id) {
    StudentBean student = get(id);
    student.setDeleted(true);
    student.setDeletedAt(now());
    student.setIndexKey(null);
    student.setIndexSortKey(null);
    TransactWriteItemsEnhancedRequest.Builder request = updating(student);
    release(request, student);
    write(request);
    return student;
  }

  @Override
  public Object restore(String id) {
    StudentBean student = get(id);
    student.setDeleted(null);
    student.setDeletedAt(null);
    index(student);
    TransactWriteItemsEnhancedRequest.Builder request = updating(student);
    claim(request, student);
    write(request);
    return student;
  }

  @Override
  public Object awardXp(String id, String award, long amount) {
    return awardXp(id, List.of(award), amount);
  }

  @Override
  public Object awardXp(String id, List<String> ids, long amount) {
    StudentBean student = get(id);
    student.setXp(requireNonNull(student.getXp()) + amount * ids.size());
    TransactWriteItemsEnhancedRequest.Builder request = updating(student);
    for (String award : ids) {
      AwardBean bean = new AwardBean();
      bean.setPk(student.getPk());
      bean.setSk("award#" + award);
      bean.setEntityType("xpAward");
      bean.setAmount(amount);
      bean.setAwardedAt(now());
      request.addPutItem(
          awards,
          TransactPutItemEnhancedRequest.builder(AwardBean.class)
              .item(bean)
              .conditionExpression(NEW)
              .build());
    }
    write(request);
    return student;
  }

  @Override
  public Object awards(String id) {
    get(id);
    return awards
        .query(
            QueryEnhancedRequest.builder()
                .queryConditional(awardsOf(id))
                .consistentRead(true)
                .build())
        .items()
        .stream()
        .toList();
  }

  /** Of a student without awards. */
  @Override
  public void erase(String id) {
    StudentBean student = get(id);
    StudentBean mark = new StudentBean();
    mark.setPk(student.getPk());
    mark.setSk(student.getSk());
    mark.setEntityType("student");
    mark.setDeleted(true);
    mark.setErasing(true);
    mark.setVersion(student.getVersion());
    TransactWriteItemsEnhancedRequest.Builder marking = TransactWriteItemsEnhancedRequest.builder();
    marking.addPutItem(students, mark);
    release(marking, student);
    write(marking);
    awards
        .query(
            QueryEnhancedRequest.builder()
                .queryConditional(awardsOf(id))
                .attributesToProject("pk", "sk")
                .limit(99)
                .consistentRead(true)
                .build())
        .iterator()
        .next();
    write(
        TransactWriteItemsEnhancedRequest.builder()
            .addDeleteItem(
                students,
                TransactDeleteItemEnhancedRequest.builder()
                    .key(key("student#" + id))
                    .conditionExpression(
                        Expression.builder()
                            .expression("erasing = :yes")
                            .expressionValues(Map.of(":yes", AttributeValue.fromBool(true)))
                            .build())
                    .build()));
  }

  private StudentBean get(String id) {
    return students.getItem(
        GetItemEnhancedRequest.builder().key(key("student#" + id)).consistentRead(true).build());
  }

  private StudentBean renamed(StudentBean student, String firstName) {
    student.setFirstName(firstName);
    write(updating(student));
    return student;
  }

  /** On condition that the version is the one that was read. */
  private TransactWriteItemsEnhancedRequest.Builder updating(StudentBean student) {
    student.setUpdatedAt(now());
    return TransactWriteItemsEnhancedRequest.builder().addUpdateItem(students, student);
  }

  private void claim(TransactWriteItemsEnhancedRequest.Builder request, StudentBean student) {
    ReservationBean reservation = new ReservationBean();
    reservation.setPk("email#" + student.getEmail());
    reservation.setSk("email#" + student.getEmail());
    reservation.setEntityType("emailReservation");
    reservation.setStudentId(id(student));
    request.addPutItem(
        reservations,
        TransactPutItemEnhancedRequest.builder(ReservationBean.class)
            .item(reservation)
            .conditionExpression(freeOrOf(student))
            .build());
  }

  private void release(TransactWriteItemsEnhancedRequest.Builder request, StudentBean student) {
    request.addDeleteItem(
        reservations,
        TransactDeleteItemEnhancedRequest.builder()
            .key(key("email#" + student.getEmail()))
            .conditionExpression(freeOrOf(student))
            .build());
  }

  private static Expression freeOrOf(StudentBean student) {
    return Expression.builder()
        .expression("attribute_not_exists(pk) OR studentId = :student")
        .expressionValues(Map.of(":student", AttributeValue.fromS(id(student))))
        .build();
  }

  private static void index(StudentBean student) {
    student.setIndexKey(student.getEmail());
    student.setIndexSortKey(student.getPk());
  }

  private static String id(StudentBean student) {
    return requireNonNull(student.getPk()).substring("student#".length());
  }

  private static QueryConditional awardsOf(String id) {
    return QueryConditional.sortBeginsWith(
        Key.builder().partitionValue("student#" + id).sortValue("award#").build());
  }

  private static Key key(String both) {
    return Key.builder().partitionValue(both).sortValue(both).build();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private void write(TransactWriteItemsEnhancedRequest.Builder request) {
    client.transactWriteItems(request.build());
  }
}
