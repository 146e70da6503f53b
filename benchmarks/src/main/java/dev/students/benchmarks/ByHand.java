package dev.students.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * With the bare SDK: the requests that the store makes, to the byte but for tokens, times and
 * versions, and nothing of what it does besides: no checks of values and items, no answer to what
 * goes wrong.
 */
final class ByHand implements Students {

  private final DynamoDbClient client;
  private final String table;
  private final HandWritten parts;
  private @Nullable Row read;

  ByHand(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.parts = new HandWritten(table);
  }

  @Override
  public Object create(String id, String email) {
    return write(parts.putStudent(id, email), parts.claim(id, email));
  }

  @Override
  public Object findById(String id) {
    return get(id);
  }

  @Override
  public Object findByEmail(String email) {
    QueryResponse found =
        client.query(
            QueryRequest.builder()
                .tableName(table)
                .indexName("gsi1")
                .keyConditionExpression("gsi1_pk = :email")
                .expressionAttributeValues(
                    Map.of(":email", AttributeValue.fromS(HandWritten.lowerCase(email))))
                .build());
    return Row.of(found.items().get(0));
  }

  @Override
  public Object rename(String id, String firstName) {
    return write(parts.rename(get(id), firstName));
  }

  @Override
  public Object renameAsRead(String id, String firstName) {
    Row before = read == null ? get(id) : read;
    write(parts.rename(before, firstName));
    read = before.renamed(firstName);
    return read;
  }

  @Override
  public Object softDelete(String id) {
    Row read = get(id);
    return write(parts.softDelete(read), parts.release(id, read.email()));
  }

  @Override
  public Object restore(String id) {
    Row read = get(id);
    return write(parts.restore(read), parts.claim(id, read.email()));
  }

  @Override
  public Object awardXp(String id, String award, long amount) {
    return write(parts.putAward(id, award, amount, HandWritten.now()), parts.addXp(id, amount));
  }

  @Override
  public Object awardXp(String id, List<String> awards, long amount) {
    List<TransactWriteItem> items = new ArrayList<>();
    AttributeValue now = HandWritten.now();
    awards.forEach(award -> items.add(parts.putAward(id, award, amount, now)));
    items.add(parts.addXp(id, amount * awards.size()));
    return write(items.toArray(TransactWriteItem[]::new));
  }

  @Override
  public Object awards(String id) {
    Row student = get(id);
    List<Row.Award> awards = new ArrayList<>();
    QueryRequest awardsAndStudent =
        awardsOf(id)
            .keyConditionExpression("pk = :student AND sk BETWEEN :award AND :student")
            .build();
    for (Map<String, AttributeValue> item : client.query(awardsAndStudent).items()) {
      if (Row.isAward(item)) {
        awards.add(Row.Award.of(item));
      } else if (!Row.of(item).createdAt().equals(student.createdAt())) {
        throw new IllegalStateException("The student was erased");
      }
    }
    return awards;
  }

  /** Of a student without awards. */
  @Override
  public void erase(String id) {
    Row read = get(id);
    AttributeValue version = HandWritten.firstVersion();
    write(parts.mark(id, read, version), parts.release(id, read.email()));
    client.query(awardsOf(id).projectionExpression("pk, sk").limit(99).build());
    write(parts.deleteMark(id, version));
  }

  private Row get(String id) {
    return Row.of(
        client
            .getItem(
                GetItemRequest.builder()
                    .tableName(table)
                    .key(HandWritten.key("student#" + id))
                    .consistentRead(true)
                    .build())
            .item());
  }

  private QueryRequest.Builder awardsOf(String id) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("pk = :student AND begins_with(sk, :award)")
        .expressionAttributeValues(
            Map.of(
                ":student", AttributeValue.fromS("student#" + id),
                ":award", AttributeValue.fromS("award#")))
        .consistentRead(true);
  }

  /** The SDK makes the client request token itself. */
  private Object write(TransactWriteItem... items) {
    return client.transactWriteItems(
        TransactWriteItemsRequest.builder().transactItems(items).build());
  }
}
