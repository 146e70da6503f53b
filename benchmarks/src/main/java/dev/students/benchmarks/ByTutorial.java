package dev.students.benchmarks;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * As a tutorial does it: one plain request each, without transactions, reservations, versions and
 * recorded awards. What it does not have, such as a restore, is made of the same stuff.
 */
record ByTutorial(DynamoDbClient client, String table) implements Students {

  @Override
  public Object create(String id, String email) {
    Map<String, AttributeValue> item = new HashMap<>(HandWritten.key("student#" + id));
    item.put("entityType", fromS("student"));
    item.put("firstName", fromS("Ada"));
    item.put("lastName", fromS("Lovelace"));
    item.put("xp", fromN("0"));
    item.put("gsi1_pk", fromS(email));
    item.put("gsi1_sk", fromS("student#" + id));
    return client.putItem(
        put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
  }

  @Override
  public Object findById(String id) {
    return client.getItem(get -> get.tableName(table).key(HandWritten.key("student#" + id))).item();
  }

  @Override
  public Object findByEmail(String email) {
    return client
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("gsi1")
                    .keyConditionExpression("gsi1_pk = :email")
                    .expressionAttributeValues(Map.of(":email", fromS(email))))
        .items();
  }

  @Override
  public Object rename(String id, String firstName) {
    return update(id, "SET firstName = :firstName", Map.of(":firstName", fromS(firstName)));
  }

  @Override
  public Object renameAsRead(String id, String firstName) {
    return rename(id, firstName);
  }

  @Override
  public Object softDelete(String id) {
    return update(id, "SET deleted = :yes", Map.of(":yes", fromBool(true)));
  }

  @Override
  public Object restore(String id) {
    return update(id, "SET deleted = :no", Map.of(":no", fromBool(false)));
  }

  @Override
  public Object awardXp(String id, String award, long amount) {
    return update(id, "ADD xp :amount", Map.of(":amount", fromN(Long.toString(amount))));
  }

  @Override
  public Object awardXp(String id, List<String> awards, long amount) {
    awards.forEach(award -> awardXp(id, award, amount));
    return awards;
  }

  /** It records none: a query of the same size. */
  @Override
  public Object awards(String id) {
    return client
        .query(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("pk = :student AND begins_with(sk, :award)")
                    .expressionAttributeValues(
                        Map.of(":student", fromS("student#" + id), ":award", fromS("award#"))))
        .items();
  }

  @Override
  public void erase(String id) {
    client.deleteItem(delete -> delete.tableName(table).key(HandWritten.key("student#" + id)));
  }

  private Object update(String id, String expression, Map<String, AttributeValue> values) {
    return client.updateItem(
        update ->
            update
                .tableName(table)
                .key(HandWritten.key("student#" + id))
                .updateExpression(expression)
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(values));
  }
}
