package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule of the business with its scenarios. The scenarios of a feature that stand outside any rule
 * are held by one without a name.
 */
public record Rule(
    String anchor,
    String name,
    String description,
    List<String> tags,
    Optional<Background> background,
    List<Scenario> scenarios) {

  public boolean isNamed() {
    return !name.isEmpty();
  }

  public Stream<String> cases() {
    return scenarios.stream().flatMap(Scenario::cases);
  }
}
