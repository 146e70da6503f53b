package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.Target;
import dev.students.acceptance.internal.target.TargetOptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to run, where.
 *
 * @param tags as the person gave them
 * @param features files, folders or {@code FILE:LINE}; empty for all
 */
record RunRequest(
    Target target,
    Optional<String> tags,
    int threads,
    List<String> features,
    TargetOptions options) {

  private static final Pattern WITH_LINE = Pattern.compile(".*\\.feature:[\\d:]+");

  RunRequest {
    features = List.copyOf(features);
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("--threads must be from 1 to 64.");
    }
  }

  /** The person's tags, less what the target leaves out. */
  Optional<String> tagExpression() {
    Stream<String> leftOut =
        target.leftOut().stream().map(scenarios -> "not (" + scenarios.tags() + ")");
    String expression =
        Stream.concat(tags.map(given -> "(" + given + ")").stream(), leftOut)
            .collect(Collectors.joining(" and "));
    return expression.isEmpty() ? Optional.empty() : Optional.of(expression);
  }

  /** Whether the person asked for some of the features only. */
  boolean partial() {
    return tags.isPresent() || !features.isEmpty();
  }

  /** Whether lines of files choose the scenarios. */
  boolean byLine() {
    return features.stream().anyMatch(feature -> WITH_LINE.matcher(feature).matches());
  }
}
