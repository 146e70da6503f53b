package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A scenario, or a scenario outline when it has examples. */
public record Scenario(
    String anchor,
    String name,
    String description,
    List<String> tags,
    List<Step> steps,
    List<Examples> examples,
    long line) {

  public String title() {
    return name.isBlank() ? "A scenario without a name" : name;
  }

  /** Its title, or that of one of its examples; empty when the anchor is of neither. */
  Optional<String> titleOf(String itsAnchor) {
    return itsAnchor.equals(anchor)
        ? Optional.of(title())
        : examples.stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> row.anchor().equals(itsAnchor))
            .map(Example::title)
            .findFirst();
  }

  /** The anchors of what is run: the scenario itself, or each of its examples. */
  public Stream<String> cases() {
    return examples.isEmpty()
        ? Stream.of(anchor)
        : examples.stream().flatMap(table -> table.rows().stream()).map(Example::anchor);
  }
}
