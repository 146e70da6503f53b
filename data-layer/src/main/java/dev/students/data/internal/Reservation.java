package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.StudentId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The item that makes an e-mail address one student's. Both actions hold also where there is
 * nothing to do, and neither touches another student's.
 */
record Reservation(String table, String normalizedEmail, StudentId student) {

  private static final String FREE_OR_OURS =
      "attribute_not_exists(" + PARTITION_KEY + ") OR " + Attributes.STUDENT_ID + " = :student";

  Action claim() {
    Map<String, AttributeValue> item = new HashMap<>(Keys.reservation(normalizedEmail));
    item.put(Attributes.ENTITY_TYPE, AttributeValue.fromS("emailReservation"));
    item.put(Attributes.STUDENT_ID, AttributeValue.fromS(student.value()));
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(values())
            .build();
    return new Action(Part.CLAIM, TransactWriteItem.builder().put(put).build());
  }

  Action release() {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(Keys.reservation(normalizedEmail))
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(values())
            .build();
    return new Action(Part.RELEASE, TransactWriteItem.builder().delete(delete).build());
  }

  private Map<String, AttributeValue> values() {
    return Map.of(":student", AttributeValue.fromS(student.value()));
  }
}
