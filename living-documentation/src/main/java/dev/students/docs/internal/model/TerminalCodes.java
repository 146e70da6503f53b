package dev.students.docs.internal.model;

import java.util.regex.Pattern;

/** The codes by which programs colour what they print to a terminal; no page shows them. */
public final class TerminalCodes {

  /** Colours and other control sequences, as in ECMA-48, in seven and in eight bits; hyperlinks. */
  private static final Pattern CODES =
      Pattern.compile(
          "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\].*?(?:\u0007|\u001b\\\\)|[@-Z\\\\^_])?"
              + "|\u009b[0-?]*[ -/]*[@-~]");

  private TerminalCodes() {}

  public static String removedFrom(String text) {
    return text.indexOf('\u001b') < 0 && text.indexOf('\u009b') < 0
        ? text
        : CODES.matcher(text).replaceAll("");
  }
}
