package dev.students.data.internal;

/** The attributes beside the keys, as the design's data model names them. */
final class Attributes {

  static final String ENTITY_TYPE = "entityType";
  static final String FIRST_NAME = "firstName";
  static final String LAST_NAME = "lastName";

  /**
   * The e-mail address as typed. Written together with the reservation, so a live student that has
   * it, spelled like the index's key, holds the reservation.
   */
  static final String EMAIL = "email";

  static final String XP = "xp";
  static final String VERSION = "version";
  static final String CREATED_AT = "createdAt";
  static final String UPDATED_AT = "updatedAt";
  static final String DELETED = "deleted";
  static final String DELETED_AT = "deletedAt";

  /** What the student was created with, hashed; see {@link Fingerprint}. */
  static final String FINGERPRINT = "fingerprint";

  /** True on what is left of a student while its awards are being erased. */
  static final String ERASING = "erasing";

  /** On a reservation: whose address it is. */
  static final String STUDENT_ID = "studentId";

  /** On an award: its XP. */
  static final String AMOUNT = "amount";

  static final String AWARDED_AT = "awardedAt";

  private Attributes() {}
}
