package dev.students.acceptance.internal.targets;

import java.util.List;
import java.util.Optional;

/** The scenarios about a student who is known to be there need somebody to name one. */
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
