package dev.students.cli.internal.command;

import java.util.List;

/**
 * How to repeat a command whose outcome is unknown, so that it takes effect once.
 *
 * @param advice a sentence for people
 * @param options the options that programs must add to the command line; empty if it can be
 *     repeated unchanged
 */
record Repetition(String advice, List<String> options) {

  /** Repeats the same command line. */
  static Repetition ofTheSame(String advice) {
    return new Repetition(advice, List.of());
  }
}
