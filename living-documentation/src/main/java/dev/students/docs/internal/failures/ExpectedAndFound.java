package dev.students.docs.internal.failures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an assertion expected and what it found, taken from its message. Understands the sentences
 * of JUnit (opentest4j), AssertJ and Hamcrest, of Node.js, Chai, Jest and Playwright, of RSpec,
 * minitest and NUnit; of any other message nothing is guessed.
 *
 * @param subject the description that the test gave the assertion; may be empty
 */
public record ExpectedAndFound(String subject, String expected, String found) {

  private static final String SUBJECT = "(?<subject>.*?)";

  /** {@code expected: <3> but was: <4>}, after an optional {@code message ==> }; also JUnit 4's. */
  private static final Pattern JUNIT =
      Pattern.compile(
          SUBJECT + "(?: ==> | )?expected:\\s?<(?<expected>.*)> but was:\\s?<(?<found>.*)>\\s*",
          Pattern.DOTALL);

  /**
   * {@code expected: 3⏎ but was: 4}, after an optional {@code [description]}. Other languages end
   * it with {@code Received}, {@code got} or {@code Actual}.
   */
  private static final Pattern TWO_LINES =
      Pattern.compile(
          "(?:expect\\([^\\n]*)?"
              + SUBJECT
              + "\\s*\\bexpected(?: \\w+)?: *(?<expected>.*?)\\n"
              + "\\s*(?:but was|received(?: \\w+)?|got|actual): *(?<found>.*?)"
              + "(?:\\s*\\(compared using [^\\n]*\\))?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** {@code Expected values to be strictly equal:⏎⏎4 !== 3}. */
  private static final Pattern NODE =
      Pattern.compile(
          SUBJECT
              + "\\bExpected values to be [^\\n]*equal:\\n\\n"
              + "(?<found>[^\\n]*) !== (?<expected>[^\\n]*)\\s*",
          Pattern.DOTALL);

  /** {@code Expected values to be strictly equal:⏎+ actual - expected⏎⏎+ 'a'⏎- 'b'}. */
  private static final Pattern NODE_LINES =
      Pattern.compile(
          SUBJECT
              + "\\bExpected values to be [^\\n]*equal:\\n\\+ actual - expected\\n\\n"
              + "\\+ (?<found>[^\\n]*)\\n- (?<expected>[^\\n]*)(?:\\n\\s*\\^)?\\s*",
          Pattern.DOTALL);

  /** {@code expected 4 to equal 3}. */
  private static final Pattern CHAI =
      Pattern.compile(
          "(?<subject>(?:[^\\n]*: )?)expected (?<found>[^\\n]*) to (?:deeply )?equal"
              + " (?<expected>[^\\n]*)");

  /** {@code Expecting actual:⏎ [1]⏎to contain:⏎ [2]⏎but could not find …}. */
  private static final Pattern EXPECTING_BLOCK =
      Pattern.compile(
          SUBJECT
              + "\\s*\\bExpecting[^\\n]*:?\\n(?<found>(?:[ \\t]+[^\\n]*\\n?)+)(?<expected>\\S.*)",
          Pattern.DOTALL);

  /**
   * {@code Expecting value to be true but was false}, {@code Expected size: 3 but was: 2 in: …}.
   */
  private static final Pattern EXPECTING_LINE =
      Pattern.compile(
          SUBJECT + "\\s*\\bExpect(?:ing|ed):? ?(?<expected>[^\\n]*?) but was:? ?(?<found>.*)",
          Pattern.DOTALL);

  private static final List<Pattern> SENTENCES =
      List.of(JUNIT, TWO_LINES, NODE, NODE_LINES, CHAI, EXPECTING_BLOCK, EXPECTING_LINE);

  public static Optional<ExpectedAndFound> in(String message) {
    return SENTENCES.stream()
        .map(sentence -> sentence.matcher(message.strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(
            match ->
                new ExpectedAndFound(
                    subject(match.group("subject")),
                    match.group("expected").stripIndent().strip(),
                    match.group("found").stripIndent().strip()));
  }

  private static String subject(String text) {
    String subject = text.strip().replaceFirst(":$", "");
    return subject.startsWith("[") && subject.endsWith("]")
        ? subject.substring(1, subject.length() - 1)
        : subject;
  }
}
