package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.Target;
import dev.students.acceptance.internal.target.TargetOptions;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.Optional;
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

  RunRequest {
    features = List.copyOf(features);
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("--threads must be from 1 to 64.");
    }
    try {
      TagExpressionParser.parse(tags.orElse(""));
    } catch (TagExpressionException e) {
      throw new IllegalArgumentException("--tags: " + e.getMessage(), e);
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

  /** What chooses the scenarios, to go on a sentence with; empty when all are to run. */
  String selection() {
    StringBuilder selection = new StringBuilder();
    tags.ifPresent(given -> selection.append(" by --tags '").append(given).append('\''));
    if (!features.isEmpty()) {
      selection.append(" in ").append(String.join(", ", features));
    }
    target
        .leftOut()
        .forEach(
            some ->
                selection
                    .append("; left out is ")
                    .append(some.tags())
                    .append(", since ")
                    .append(some.why()));
    return selection.toString();
  }
}
