package dev.students.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Markdown some of whose sections are made from figures. Each stands between two comments
 * that name it; the rest is left as it is.
 */
record Page(String text) {

  /** Replaces a section. */
  Page with(String name, String section) {
    Matcher between =
        Pattern.compile(
                "(<!-- made from the figures: %s -->\n).*?(<!-- end: %1$s -->)".formatted(name),
                Pattern.DOTALL)
            .matcher(text);
    if (!between.find()) {
      throw new IllegalArgumentException("The page has no section " + name);
    }
    return new Page(
        between.replaceFirst("$1\n" + Matcher.quoteReplacement(section.strip()) + "\n\n$2"));
  }
}
