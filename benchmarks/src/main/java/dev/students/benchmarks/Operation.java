package dev.students.benchmarks;

import java.util.stream.IntStream;

/**
 * What is measured. Those that would leave nothing behind for the next time are measured with what
 * puts it back.
 */
public enum Operation {
  CREATE("create") {
    @Override
    Object run(Students students, long number) {
      return students.create("s" + number, "s" + number + "@example.org");
    }
  },
  FIND_BY_ID("findById") {
    @Override
    Object run(Students students, long number) {
      return students.findById(ADA);
    }
  },
  FIND_BY_EMAIL("findByEmail") {
    @Override
    Object run(Students students, long number) {
      return students.findByEmail(ADAS_EMAIL);
    }
  },
  UPDATE("update") {
    @Override
    Object run(Students students, long number) {
      return students.rename(ADA, number % 2 == 0 ? "Augusta" : "Augusta Ada");
    }
  },
  UPDATE_AS_READ("update of a student as read") {
    @Override
    Object run(Students students, long number) {
      return students.renameAsRead(ADA, number % 2 == 0 ? "Augusta" : "Augusta Ada");
    }
  },
  SOFT_DELETE_AND_RESTORE("softDelete, restore") {
    @Override
    Object run(Students students, long number) {
      students.softDelete(ADA);
      return students.restore(ADA);
    }
  },
  AWARD_XP("awardXp") {
    @Override
    Object run(Students students, long number) {
      return students.awardXp(ADA, "quiz-" + number, 5);
    }
  },
  AWARD_SEVERAL("awardXp of 99") {
    @Override
    Object run(Students students, long number) {
      return students.awardXp(
          ADA, IntStream.range(0, 99).mapToObj(each -> number + "-" + each).toList(), 5);
    }
  },
  AWARDS("awards") {
    @Override
    Object run(Students students, long number) {
      return students.awards(ADA);
    }
  },
  CREATE_AND_ERASE("create, erase") {
    @Override
    Object run(Students students, long number) {
      String id = "e" + number;
      Object created = students.create(id, id + "@example.org");
      students.erase(id);
      return created;
    }
  };

  static final String ADA = "ada";
  static final String ADAS_EMAIL = "ada@example.org";

  private final String title;

  Operation(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Carries it out, the number being another one each time. */
  abstract Object run(Students students, long number);
}
