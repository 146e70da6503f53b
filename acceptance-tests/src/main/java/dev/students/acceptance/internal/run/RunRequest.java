package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetOptions;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to run, and on which target.
 *
 * @param tags the tag expression given by the user
 * @param features files, folders or {@code FILE:LINE}; empty for all
 */
public record RunRequest(
    Target target,
    Optional<String> tags,
    int threads,
    List<String> features,
    TargetOptions options) {

  /** Cucumber's property for a tag expression. */
  static final String TAGS = "cucumber.filter.tags";

  public RunRequest {
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

  /** The tag expression of the user without the scenarios that the target excludes. */
  Optional<String> tagExpression() {
    Stream<String> leftOut =
        target.leftOut().stream().map(scenarios -> "not (" + scenarios.tags() + ")");
    String expression =
        Stream.concat(tags.map(given -> "(" + given + ")").stream(), leftOut)
            .collect(Collectors.joining(" and "));
    return expression.isEmpty() ? Optional.empty() : Optional.of(expression);
  }

  /** The reason why the target excludes a scenario with these tags; empty if it does not. */
  Optional<String> whyLeftOut(Collection<String> tags) {
    List<String> all = List.copyOf(tags);
    return target.leftOut().stream()
        .filter(some -> TagExpressionParser.parse(some.tags()).evaluate(all))
        .map(Target.LeftOut::why)
        .findFirst();
  }

  /**
   * A continuation of a sentence that describes the selection; empty if all scenarios are selected.
   */
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
