package dev.students.data.internal;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names of the attributes other than the keys and those of {@link ProfileField}. */
final class Attributes {

  static final String ENTITY_TYPE = "entityType";
  static final String XP = "xp";
  static final String VERSION = "version";
  static final String CREATED_AT = "createdAt";
  static final String UPDATED_AT = "updatedAt";
  static final String DELETED = "deleted";
  static final String DELETED_AT = "deletedAt";

  /** A hash of the content with which the student was created; see {@link Fingerprint}. */
  static final String FINGERPRINT = "fingerprint";

  /** The key of the student's reservation, if it differs from the address in lower case. */
  static final String RESERVED_AS = "reservedAs";

  /** True on the marker that replaces a student while its awards are being erased. */
  static final String ERASING = "erasing";

  /** On a reservation: the student who has the address. */
  static final String STUDENT_ID = "studentId";

  /** On an award: its amount of XP. */
  static final String AMOUNT = "amount";

  static final String AWARDED_AT = "awardedAt";

  /** The value of {@link #DELETED} and {@link #ERASING}, which are absent otherwise. */
  static final AttributeValue TRUE = AttributeValue.fromBool(true);

  private Attributes() {}
}
