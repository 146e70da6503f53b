package dev.students.cli.internal.place;

import java.util.Optional;

/** Where work is done, in words. */
public interface Whereabouts {

  /** The memory of this process. */
  Whereabouts MEMORY =
      new Whereabouts() {
        @Override
        public String kind() {
          return "memory";
        }

        @Override
        public String whereabouts() {
          return "in memory";
        }
      };

  /** The word for it in JSON. */
  String kind();

  /** In a sentence, as in "nothing answers at …". */
  String whereabouts();

  /** What to do when nobody answers there. */
  default String whenSilent() {
    return "Run it again.";
  }

  /** What is wrong with this place itself, when work in it has failed; empty when nothing shows. */
  default Optional<String> diagnose() {
    return Optional.empty();
  }
}
