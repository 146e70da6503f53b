package dev.students.reliability.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A student in the model.
 *
 * @param incarnation counts the students that an id has had
 * @param version counts the changes of the profile
 * @param createdAs what it was created with
 * @param erasing whether only its awards are left, to be erased
 * @param awards the amounts by award id
 */
record ModelStudent(
    int incarnation,
    int version,
    String createdAs,
    String firstName,
    String lastName,
    String email,
    boolean deleted,
    boolean erasing,
    Map<String, Long> awards) {

  static ModelStudent created(int incarnation, String name, String email) {
    return new ModelStudent(
        incarnation, 1, name + "|" + email, name, "Last", email, false, false, Map.of());
  }

  long xp() {
    return awards.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether the address is the student's, so that nobody else can have it. */
  boolean holds(String normalizedEmail) {
    return !deleted && !erasing && normalized().equals(normalizedEmail);
  }

  String normalized() {
    return Model.normalize(email);
  }

  ModelStudent with(String newFirstName, String newEmail, boolean nowDeleted) {
    return new ModelStudent(
        incarnation,
        version + 1,
        createdAs,
        newFirstName,
        lastName,
        newEmail,
        nowDeleted,
        false,
        awards);
  }

  ModelStudent withAward(String id, long amount) {
    Map<String, Long> more = new TreeMap<>(awards);
    more.put(id, amount);
    return new ModelStudent(
        incarnation, version, createdAs, firstName, lastName, email, deleted, erasing, more);
  }

  ModelStudent beingErased() {
    return new ModelStudent(
        incarnation, version, createdAs, firstName, lastName, email, deleted, true, awards);
  }

  /** Whether that one has the same profile at the same version, and is the same student. */
  boolean isProfileOf(ModelStudent other) {
    return incarnation == other.incarnation
        && version == other.version
        && firstName.equals(other.firstName)
        && email.equals(other.email)
        && deleted == other.deleted;
  }

  /** What a caller sees of it. */
  String view(String id) {
    return "%s %s %s %s xp=%d%s"
        .formatted(id, firstName, lastName, email, xp(), deleted ? " deleted" : "");
  }
}
