package dev.students.docs.internal.model;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders paths as people do: 2 before 10, without regard to case, and the files of a folder before
 * its folders.
 */
final class NaturalOrder implements Comparator<String> {

  private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(String one, String other) {
    String[] left = one.split("/", -1);
    String[] right = other.split("/", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      boolean leftIsFile = i == left.length - 1;
      boolean rightIsFile = i == right.length - 1;
      int compared =
          leftIsFile == rightIsFile ? compareNames(left[i], right[i]) : leftIsFile ? -1 : 1;
      if (compared != 0) {
        return compared;
      }
    }
    return one.compareTo(other);
  }

  private static int compareNames(String one, String other) {
    Matcher left = PIECE.matcher(one);
    Matcher right = PIECE.matcher(other);
    while (left.find() && right.find()) {
      int compared = comparePieces(left.group(), right.group());
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int comparePieces(String one, String other) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return numbers
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareToIgnoreCase(other);
  }
}
