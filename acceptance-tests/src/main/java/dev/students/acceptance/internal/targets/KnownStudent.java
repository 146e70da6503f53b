package dev.students.acceptance.internal.targets;

import java.util.List;
import java.util.Optional;

/** Scenarios about an existing student require the id of one. */
final class KnownStudent {

  private KnownStudent() {}

  static List<Target.LeftOut> leftOutWithout(Optional<String> knownStudent) {
    return knownStudent.isPresent()
        ? List.of()
        : List.of(
            new Target.LeftOut(
                "@known-student", "no student is known to be there; name one by --known-student"));
  }
}
