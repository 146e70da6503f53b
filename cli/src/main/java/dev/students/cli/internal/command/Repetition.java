package dev.students.cli.internal.command;

import java.util.List;

/**
 * How to repeat a command, of which nobody knows whether it took effect, so that it takes effect
 * once.
 *
 * @param advice for people, as a sentence
 * @param options for programs: to be added to the command line; empty when it can stay as it is
 */
record Repetition(String advice, List<String> options) {

  /** By the same command line. */
  static Repetition ofTheSame(String advice) {
    return new Repetition(advice, List.of());
  }
}
