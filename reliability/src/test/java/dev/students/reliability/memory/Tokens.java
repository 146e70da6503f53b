package dev.students.reliability.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an expression, read from left to right. Not thread-safe. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(<=|>=|<>|[=<>(),+-]|[:#]?[A-Za-z_][A-Za-z0-9_]*)\\s*");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  Tokens(String expression) {
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (end < expression.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new ServiceError("ValidationException", "Syntax error in " + expression);
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  String take() {
    if (atEnd()) {
      throw new ServiceError("ValidationException", "The expression ends too early");
    }
    return tokens.get(next++);
  }

  boolean takeIf(String token) {
    if (!peekIs(token)) {
      return false;
    }
    next++;
    return true;
  }

  boolean peekIs(String token) {
    return !atEnd() && tokens.get(next).toUpperCase(Locale.ROOT).equals(token);
  }

  void expect(String token) {
    if (!takeIf(token)) {
      throw new ServiceError("ValidationException", "Expected " + token);
    }
  }
}
