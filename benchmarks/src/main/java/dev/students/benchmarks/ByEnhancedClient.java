package dev.students.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * With the SDK's Enhanced Client, its optimistic locking, and beans or immutable classes: as many
 * requests as the store makes for the same promises, except that an award reads the student first,
 * since an item is written as a whole.
 */
final class ByEnhancedClient<S, R, A> implements Students {

  private static final Expression NEW =
      Expression.builder().expression("attribute_not_exists(pk)").build();

  private final Mapping<S, R, A> mapping;
  private final DynamoDbEnhancedClient client;
  private final DynamoDbTable<S> students;
  private final DynamoDbTable<R> reservations;
  private final DynamoDbTable<A> awards;
  private @Nullable S read;

  ByEnhancedClient(DynamoDbClient client, String table, Mapping<S, R, A> mapping) {
    this.mapping = mapping;
    this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    this.students = this.client.table(table, mapping.students());
    this.reservations = this.client.table(table, mapping.reservations());
    this.awards = this.client.table(table, mapping.awards());
  }

  @Override
  public Object create(String id, String email) {
    S student = mapping.student(id, email, now());
    TransactWriteItemsEnhancedRequest.Builder request =
        TransactWriteItemsEnhancedRequest.builder().addPutItem(students, putNew(students, student));
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
    S before = read == null ? get(id) : read;
    read = mapping.written(renamed(before, firstName));
    return read;
  }

  @Override
  public Object softDelete(String id) {
    S student = mapping.softDeleted(get(id), now());
    TransactWriteItemsEnhancedRequest.Builder request = updating(student);
    release(request, student);
    write(request);
    return student;
  }

  @Override
  public Object restore(String id) {
    S student = mapping.restored(get(id), now());
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
    Instant now = now();
    S student = mapping.withMoreXp(get(id), amount * ids.size(), now);
    TransactWriteItemsEnhancedRequest.Builder request = updating(student);
    for (String award : ids) {
      request.addPutItem(awards, putNew(awards, mapping.award(student, award, amount, now)));
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
    S student = get(id);
    TransactWriteItemsEnhancedRequest.Builder marking = TransactWriteItemsEnhancedRequest.builder();
    marking.addPutItem(students, mapping.mark(student));
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

  private S get(String id) {
    return students.getItem(
        GetItemEnhancedRequest.builder().key(key("student#" + id)).consistentRead(true).build());
  }

  private S renamed(S student, String firstName) {
    S renamed = mapping.renamed(student, firstName, now());
    write(updating(renamed));
    return renamed;
  }

  /** On condition that the version is the one that was read. */
  private TransactWriteItemsEnhancedRequest.Builder updating(S student) {
    return TransactWriteItemsEnhancedRequest.builder().addUpdateItem(students, student);
  }

  private static <T> TransactPutItemEnhancedRequest<T> putNew(DynamoDbTable<T> table, T item) {
    return TransactPutItemEnhancedRequest.builder(table.tableSchema().itemType().rawClass())
        .item(item)
        .conditionExpression(NEW)
        .build();
  }

  private void claim(TransactWriteItemsEnhancedRequest.Builder request, S student) {
    request.addPutItem(
        reservations,
        TransactPutItemEnhancedRequest.builder(reservations.tableSchema().itemType().rawClass())
            .item(mapping.reservation(student))
            .conditionExpression(freeOrOf(student))
            .build());
  }

  private void release(TransactWriteItemsEnhancedRequest.Builder request, S student) {
    request.addDeleteItem(
        reservations,
        TransactDeleteItemEnhancedRequest.builder()
            .key(key("email#" + mapping.email(student)))
            .conditionExpression(freeOrOf(student))
            .build());
  }

  private Expression freeOrOf(S student) {
    return Expression.builder()
        .expression("attribute_not_exists(pk) OR studentId = :student")
        .expressionValues(Map.of(":student", AttributeValue.fromS(mapping.id(student))))
        .build();
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
