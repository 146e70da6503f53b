package dev.students.truncation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognizes production by the name of a table, an environment or a parameter.
 *
 * <p>A name is split into words at characters other than letters and before capital letters. It
 * denotes production if one of the words is {@code production}, {@code prod}, {@code prd} or {@code
 * live}, or ends in {@code production} or {@code prod} ({@code studentsprod}). Similar words do not
 * denote production: {@code products}, {@code productions}, {@code reproduction}, and {@code
 * preprod} and {@code nonprod} as single words.
 */
public final class ProductionName {

  private static final Set<String> WORDS = Set.of("production", "prod", "prd", "live");
  private static final Pattern RUN_TOGETHER =
      Pattern.compile("(?!(?:pre|non|not|re|co)prod).+prod(?:uction)?|production(?!s$).+");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^A-Za-z]+");
  private static final Pattern NEXT_CAPITAL =
      Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private ProductionName() {}

  /** Whether the name denotes production. */
  public static boolean matches(String name) {
    return NOT_LETTERS
        .splitAsStream(name)
        .flatMap(letters -> Stream.concat(Stream.of(letters), NEXT_CAPITAL.splitAsStream(letters)))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(word -> WORDS.contains(word) || RUN_TOGETHER.matcher(word).matches());
  }
}
