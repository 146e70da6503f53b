package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feature as one run had it.
 *
 * @param path what it is known by in every run, and put in order by
 * @param location what Cucumber's command line takes for it
 */
public record Feature(
    FeaturePath path,
    String location,
    String name,
    String language,
    String narrative,
    List<String> tags,
    Optional<Background> background,
    List<Rule> rules) {

  /** What runs are joined by. */
  public String key() {
    return path.whole();
  }

  /** What a scenario or example is called. */
  Optional<String> titleOf(String anchor) {
    return rules.stream()
        .flatMap(rule -> rule.scenarios().stream())
        .flatMap(scenario -> scenario.titleOf(anchor).stream())
        .findFirst();
  }

  public Stream<CaseId> cases() {
    return rules.stream().flatMap(Rule::cases).map(anchor -> new CaseId(key(), anchor));
  }
}
