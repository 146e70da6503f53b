package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items that reserve an e-mail address for one student. All actions are idempotent, and none
 * changes another student's reservation.
 */
record Reservation(String table, StudentId student) {

  private static final String FREE_OR_OURS =
      "attribute_not_exists(" + PARTITION_KEY + ") OR " + Attributes.STUDENT_ID + " = :student";

  /**
   * Reserves the address under its folded form. If the lower-case form differs, it must not be
   * reserved for another student, and a reservation of this student under that form is replaced.
   */
  List<Action> claim(AddressForms forms) {
    List<Action> actions = new ArrayList<>();
    actions.add(put(forms.folded()));
    if (forms.differ()) {
      actions.add(delete(ActionRole.CLAIM, forms.lowerCase()));
    }
    return actions;
  }

  /** Frees an address in each of the given forms except those that were dropped. */
  List<Action> release(Collection<String> forms, Dropped dropped) {
    List<Action> actions = new ArrayList<>();
    for (String form : forms) {
      if (!dropped.releases().contains(form)) {
        actions.add(delete(ActionRole.RELEASE, form));
      }
    }
    return actions;
  }

  /** The item that reserves an address in the given form. */
  static Map<String, AttributeValue> item(String form, AttributeValue owner) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.reservation(form));
    item.put(Attributes.ENTITY_TYPE, EntityType.EMAIL_RESERVATION);
    item.put(Attributes.STUDENT_ID, owner);
    return item;
  }

  private Action put(String form) {
    AttributeValue owner = AttributeValue.fromS(student.value());
    Put put =
        Put.builder()
            .tableName(table)
            .item(item(form, owner))
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(Map.of(":student", owner))
            .build();
    return new Action(ActionRole.CLAIM, form, TransactWriteItem.builder().put(put).build());
  }

  private Action delete(ActionRole role, String form) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(Keys.reservation(form))
            .conditionExpression(FREE_OR_OURS)
            .expressionAttributeValues(Map.of(":student", AttributeValue.fromS(student.value())))
            .build();
    return new Action(role, form, TransactWriteItem.builder().delete(delete).build());
  }
}
