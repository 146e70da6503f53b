package dev.students.cli.internal.targets;

import java.util.Optional;

/** The kinds of targets, with their descriptions. */
public interface Target {

  /** The memory of this process. */
  Target MEMORY =
      new Target() {
        @Override
        public String kind() {
          return "memory";
        }

        @Override
        public String location() {
          return "in memory";
        }
      };

  /** The word for it in JSON. */
  String kind();

  /** The description in a sentence, as in "nothing answers at …". */
  String location();

  /** The advice if nothing responds at the target. */
  default String whenSilent() {
    return "Run it again.";
  }

  /**
   * Returns the problem with the target itself after work on it has failed; empty if none is found.
   */
  default Optional<String> diagnose() {
    return Optional.empty();
  }
}
