package dev.students.benchmarks;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The store's transactions as somebody would write them out who needs no more than these. */
record HandWritten(String table) {

  private static final String PROFILE =
      " AND firstName = :read_firstName AND lastName = :read_lastName AND email = :read_email";
  private static final String NOT_FOLDED = " AND attribute_not_exists(reservedAs)";
  private static final String LIVE =
      "attribute_exists(pk) AND version = :read_version AND gsi1_pk = :read_gsi1_pk"
          + " AND attribute_not_exists(deleted) AND attribute_not_exists(erasing)"
          + NOT_FOLDED
          + PROFILE;
  private static final String DELETED =
      "attribute_exists(pk) AND version = :read_version AND attribute_not_exists(gsi1_pk)"
          + " AND deleted = :read_deleted AND attribute_not_exists(erasing)"
          + NOT_FOLDED
          + PROFILE;
  private static final String MARK =
      "attribute_exists(pk) AND version = :read_version AND attribute_not_exists(gsi1_pk)"
          + " AND deleted = :read_deleted AND erasing = :read_erasing"
          + NOT_FOLDED
          + " AND attribute_not_exists(firstName) AND attribute_not_exists(lastName)"
          + " AND attribute_not_exists(email)";
  private static final String FREE_OR_OURS = "attribute_not_exists(pk) OR studentId = :student";

  static Map<String, AttributeValue> key(String both) {
    return Map.of("pk", fromS(both), "sk", fromS(both));
  }

  static AttributeValue now() {
    return fromS(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static AttributeValue firstVersion() {
    return number(ThreadLocalRandom.current().nextLong(1L << 51, 1L << 52));
  }

  /** Addresses are the same in any case. */
  static String lowerCase(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** By which a repeated create is known; without it a retry could not be told from a collision. */
  private static AttributeValue fingerprint(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return fromS(Base64.getEncoder().encodeToString(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  TransactWriteItem putStudent(String id, String email) {
    AttributeValue now = now();
    Map<String, AttributeValue> item = new HashMap<>(key("student#" + id));
    item.put("entityType", fromS("student"));
    item.put("firstName", fromS("Ada"));
    item.put("lastName", fromS("Lovelace"));
    item.put("email", fromS(email));
    item.put("xp", fromN("0"));
    item.put("version", firstVersion());
    item.put("createdAt", now);
    item.put("updatedAt", now);
    item.put("fingerprint", fingerprint(id, "Ada", "Lovelace", email));
    item.put("gsi1_pk", fromS(lowerCase(email)));
    item.put("gsi1_sk", fromS("student#" + id));
    return putNew(item);
  }

  TransactWriteItem claim(String id, String email) {
    Map<String, AttributeValue> item = new HashMap<>(key("email#" + lowerCase(email)));
    item.put("entityType", fromS("emailReservation"));
    item.put("studentId", fromS(id));
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(Map.of(":student", fromS(id)))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  TransactWriteItem release(String id, String email) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(key("email#" + lowerCase(email)))
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(Map.of(":student", fromS(id)))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  TransactWriteItem rename(Row read, String firstName) {
    return update(
        read,
        "SET firstName = :firstName, updatedAt = :updatedAt, version = :version",
        LIVE,
        Map.of(
            ":read_firstName", fromS(read.firstName()),
            ":read_lastName", fromS(read.lastName()),
            ":read_email", fromS(read.email()),
            ":read_version", number(read.version()),
            ":read_gsi1_pk", fromS(read.indexed()),
            ":version", number(read.version() + 1),
            ":updatedAt", now(),
            ":firstName", fromS(firstName)));
  }

  TransactWriteItem softDelete(Row read) {
    AttributeValue now = now();
    return update(
        read,
        "SET deleted = :deleted, deletedAt = :deletedAt, updatedAt = :updatedAt,"
            + " version = :version REMOVE gsi1_pk, gsi1_sk",
        LIVE,
        Map.of(
            ":read_firstName", fromS(read.firstName()),
            ":read_lastName", fromS(read.lastName()),
            ":read_email", fromS(read.email()),
            ":read_version", number(read.version()),
            ":read_gsi1_pk", fromS(read.indexed()),
            ":version", number(read.version() + 1),
            ":updatedAt", now,
            ":deleted", fromBool(true),
            ":deletedAt", now));
  }

  TransactWriteItem restore(Row read) {
    return update(
        read,
        "SET gsi1_pk = :gsi1_pk, gsi1_sk = :gsi1_sk, updatedAt = :updatedAt,"
            + " version = :version REMOVE deleted, deletedAt",
        DELETED,
        Map.of(
            ":read_firstName", fromS(read.firstName()),
            ":read_lastName", fromS(read.lastName()),
            ":read_email", fromS(read.email()),
            ":read_version", number(read.version()),
            ":read_deleted", fromBool(true),
            ":version", number(read.version() + 1),
            ":updatedAt", now(),
            ":gsi1_pk", fromS(lowerCase(read.email())),
            ":gsi1_sk", fromS("student#" + read.id())));
  }

  TransactWriteItem putAward(String id, String award, long amount, AttributeValue now) {
    return putNew(
        Map.of(
            "pk", fromS("student#" + id),
            "sk", fromS("award#" + award),
            "entityType", fromS("xpAward"),
            "amount", number(amount),
            "awardedAt", now));
  }

  TransactWriteItem addXp(String id, long amount) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(key("student#" + id))
            .updateExpression("ADD xp :amount")
            .conditionExpression(
                "xp BETWEEN :least AND :most"
                    + " AND (attribute_not_exists(deleted) OR deleted = :no)")
            .expressionAttributeValues(
                Map.of(
                    ":amount", number(amount),
                    ":least", number(0),
                    ":most", number((1L << 53) - 1 - amount),
                    ":no", fromBool(false)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  TransactWriteItem mark(String id, Row read, AttributeValue version) {
    Map<String, AttributeValue> mark = new HashMap<>(key("student#" + id));
    mark.put("entityType", fromS("student"));
    mark.put("deleted", fromBool(true));
    mark.put("erasing", fromBool(true));
    mark.put("version", version);
    Put put =
        Put.builder()
            .tableName(table)
            .item(mark)
            .conditionExpression(LIVE)
            .expressionAttributeValues(
                Map.of(
                    ":read_firstName", fromS(read.firstName()),
                    ":read_lastName", fromS(read.lastName()),
                    ":read_email", fromS(read.email()),
                    ":read_version", number(read.version()),
                    ":read_gsi1_pk", fromS(read.indexed())))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  TransactWriteItem deleteMark(String id, AttributeValue version) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(key("student#" + id))
            .conditionExpression(MARK)
            .expressionAttributeValues(
                Map.of(
                    ":read_version", version,
                    ":read_deleted", fromBool(true),
                    ":read_erasing", fromBool(true)))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem update(
      Row read, String expression, String condition, Map<String, AttributeValue> values) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(key("student#" + read.id()))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static AttributeValue number(long value) {
    return fromN(Long.toString(value));
  }
}
