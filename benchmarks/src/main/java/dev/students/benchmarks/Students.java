package dev.students.benchmarks;

import java.util.List;

/** What is measured, done in one way or another. An answer is whatever the way makes of it. */
interface Students {

  Object create(String id, String email);

  Object findById(String id);

  Object findByEmail(String email);

  Object rename(String id, String firstName);

  /** Renames a student that was read or renamed before, and holds it for the next time. */
  Object renameAsRead(String id, String firstName);

  Object softDelete(String id);

  Object restore(String id);

  Object awardXp(String id, String award, long amount);

  /** Gives the same amount under each of those ids. */
  Object awardXp(String id, List<String> awards, long amount);

  /** Reads all awards. */
  Object awards(String id);

  void erase(String id);
}
