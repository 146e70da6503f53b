package dev.students.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * With the bare SDK: the requests that the store makes, to the byte but for tokens and times, and
 * nothing of what it does besides: no checks of values and items, no answer to what goes wrong.
 */
record ByHand(DynamoDbClient client, String table, HandWritten parts) implements Students {

  ByHand(DynamoDbClient client, String table) {
    this(client, table, new HandWritten(table));
  }

  @Override
  public Object create(String id, String email) {
    return write(parts.putStudent(id, email), parts.claim(id, email));
  }

  @Override
  public Object findById(String id) {
    return read(id);
  }

  @Override
  public Object findByEmail(String email) {
    QueryResponse found =
        client.query(
            QueryRequest.builder()
                .tableName(table)
                .indexName("gsi1")
                .keyConditionExpression("gsi1_pk = :email")
                .expressionAttributeValues(Map.of(":email", AttributeValue.fromS(email)))
                .build());
    return Row.of(found.items().get(0));
  }

  @Override
  public Object rename(String id, String firstName) {
    return write(parts.rename(read(id), firstName));
  }

  @Override
  public Object softDelete(String id) {
    Row read = read(id);
    return write(parts.softDelete(read), parts.release(id, read.email()));
  }

  @Override
  public Object restore(String id) {
    Row read = read(id);
    return write(parts.restore(read), parts.claim(id, read.email()));
  }

  @Override
  public Object awardXp(String id, String award, long amount) {
    return write(parts.putAward(id, award, amount), parts.addXp(id, amount));
  }

  @Override
  public Object awards(String id) {
    read(id);
    List<Row.Award> awards = new ArrayList<>();
    client.query(awardsOf(id).build()).items().forEach(item -> awards.add(Row.Award.of(item)));
    return awards;
  }

  /** Of a student without awards. */
  @Override
  public void erase(String id) {
    Row read = read(id);
    AttributeValue version = HandWritten.firstVersion();
    write(parts.mark(id, read, version), parts.release(id, read.email()));
    client.query(awardsOf(id).projectionExpression("pk, sk").limit(99).build());
    write(parts.deleteMark(id, version));
  }

  private Row read(String id) {
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
