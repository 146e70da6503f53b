package dev.students.operations.internal;

import dev.students.data.StudentTable;
import dev.students.operations.ItemKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The condition that an item is unchanged since it was read, or still absent: each attribute but
 * XP, which awards change meanwhile, has the same value. What makes one life of a student another
 * than the next under the same id is among them.
 */
record OptimisticLock(
    ItemKey key, String condition, Map<String, String> names, Map<String, AttributeValue> values) {

  private static final String XP = "xp";

  /** Attributes that may have been added since: a deletion, an erasure, an index key. */
  private static final List<String> MAY_COME =
      List.of(
          "deleted",
          "erasing",
          "version",
          StudentTable.EMAIL_INDEX.partitionKey(),
          "email",
          "createdAt");

  /** The lock on an item as it was read; an empty item means that there was none. */
  static OptimisticLock of(ItemKey key, Map<String, AttributeValue> item) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    if (item.isEmpty()) {
      names.put("#pk", StudentTable.PARTITION_KEY);
      return new OptimisticLock(key, "attribute_not_exists(#pk)", names, values);
    }
    List<String> conditions = new ArrayList<>();
    names.put("#pk", StudentTable.PARTITION_KEY);
    conditions.add("attribute_exists(#pk)");
    for (Map.Entry<String, AttributeValue> each : new TreeMap<>(item).entrySet()) {
      String name = each.getKey();
      if (!isKey(name) && !name.equals(XP)) {
        String number = Integer.toString(values.size());
        names.put("#r" + number, name);
        values.put(":r" + number, each.getValue());
        conditions.add("#r%1$s = :r%1$s".formatted(number));
      }
    }
    for (String name : MAY_COME) {
      if (!item.containsKey(name)) {
        names.put("#n" + name, name);
        conditions.add("attribute_not_exists(#n" + name + ")");
      }
    }
    return new OptimisticLock(key, String.join(" AND ", conditions), names, values);
  }

  private static boolean isKey(String name) {
    return name.equals(StudentTable.PARTITION_KEY) || name.equals(StudentTable.SORT_KEY);
  }

  /** A check of the condition. */
  TransactWriteItem check(String table) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(table)
            .key(key.attributes())
            .conditionExpression(condition)
            .expressionAttributeNames(names);
    if (!values.isEmpty()) {
      check.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().conditionCheck(check.build()).build();
  }

  /** Replaces the item. */
  TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(condition)
            .expressionAttributeNames(names);
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  /** Deletes the item. */
  TransactWriteItem delete(String table) {
    Delete.Builder delete =
        Delete.builder()
            .tableName(table)
            .key(key.attributes())
            .conditionExpression(condition)
            .expressionAttributeNames(names);
    if (!values.isEmpty()) {
      delete.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().delete(delete.build()).build();
  }

  /** Updates the item; the expression may use {@code :new…} values and plain attribute names. */
  TransactWriteItem update(String table, String expression, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.putAll(more);
    Update.Builder update =
        Update.builder()
            .tableName(table)
            .key(key.attributes())
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeNames(names);
    if (!all.isEmpty()) {
      update.expressionAttributeValues(all);
    }
    return TransactWriteItem.builder().update(update.build()).build();
  }

  /** Omits the values, which are personal data. */
  @Override
  public String toString() {
    return "OptimisticLock[" + key + "]";
  }
}
