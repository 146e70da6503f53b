package dev.students.data.internal;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The values of {@link Attributes#ENTITY_TYPE}. */
final class EntityType {

  static final AttributeValue STUDENT = AttributeValue.fromS("student");
  static final AttributeValue EMAIL_RESERVATION = AttributeValue.fromS("emailReservation");
  static final AttributeValue XP_AWARD = AttributeValue.fromS("xpAward");

  private EntityType() {}
}
