package dev.students.benchmarks;

/** What is measured, done in one way or another. An answer is whatever the way makes of it. */
interface Students {

  Object create(String id, String email);

  Object findById(String id);

  Object findByEmail(String email);

  Object rename(String id, String firstName);

  Object softDelete(String id);

  Object restore(String id);

  Object awardXp(String id, String award, long amount);

  /** Reads all awards. */
  Object awards(String id);

  void erase(String id);
}
