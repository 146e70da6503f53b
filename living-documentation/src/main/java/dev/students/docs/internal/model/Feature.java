package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feature as one run had it.
 *
 * @param key what it is known by in every run
 * @param path by which features are put in order
 * @param location what Cucumber's command line takes for it
 */
public record Feature(
    String key,
    String path,
    String location,
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
