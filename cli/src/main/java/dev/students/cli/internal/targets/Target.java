package dev.students.cli.internal.targets;

import java.util.Optional;

/** Where the program works, in words. */
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

  /** In a sentence, as in "nothing answers at …". */
  String location();

  /** What to do when nothing answers there. */
  default String whenSilent() {
    return "Run it again.";
  }

  /**
   * What is wrong with the target itself after work in it has failed; empty if nothing is found.
   */
  default Optional<String> diagnose() {
    return Optional.empty();
  }
}
