package dev.students.data.internal;

/** The names of the attributes beside the keys and those of {@link ProfileField}. */
final class Attributes {

  static final String ENTITY_TYPE = "entityType";
  static final String XP = "xp";
  static final String VERSION = "version";
  static final String CREATED_AT = "createdAt";
  static final String UPDATED_AT = "updatedAt";
  static final String DELETED = "deleted";
  static final String DELETED_AT = "deletedAt";

  /** What the student was created with, hashed; see {@link Fingerprint}. */
  static final String FINGERPRINT = "fingerprint";

  /** The key of the student's reservation, where it is not the address in lower case. */
  static final String RESERVED_AS = "reservedAs";

  /** True on what is left of a student while its awards are being erased. */
  static final String ERASING = "erasing";

  /** On a reservation: whose address it is. */
  static final String STUDENT_ID = "studentId";

  /** On an award: its XP. */
  static final String AMOUNT = "amount";

  static final String AWARDED_AT = "awardedAt";

  private Attributes() {}
}
