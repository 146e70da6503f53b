package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A feature as one run had it. The key is its address without scheme, the same in every run. */
public record Feature(
    String key,
    String uri,
    String name,
    String language,
    String narrative,
    List<String> tags,
    Optional<Background> background,
    List<Rule> rules) {

  public Stream<Rule> namedRules() {
    return rules.stream().filter(Rule::isNamed);
  }
}
