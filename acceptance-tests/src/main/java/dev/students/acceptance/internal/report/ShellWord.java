package dev.students.acceptance.internal.report;

import java.util.regex.Pattern;

/** A word of a command line, quoted for a POSIX shell if necessary. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private ShellWord() {}

  static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
