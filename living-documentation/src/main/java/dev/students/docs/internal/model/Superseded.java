package dev.students.docs.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What did not pass in a run and is in none of the features as the pages show them: another
 * environment has a newer version of a feature, or one file was changed between two runs whose
 * messages were joined. No page of a feature has a place for it.
 *
 * @param titles of what did not pass, in order
 */
record Superseded(Run run, Map<CaseId, String> titles) {

  /** What did not pass in that run. */
  static Superseded of(RunReading reading) {
    Map<String, Feature> features =
        reading.features().stream().collect(Collectors.toMap(Feature::key, feature -> feature));
    Map<CaseId, String> titles = new TreeMap<>();
    reading
        .outcomes()
        .forEach(
            (id, outcome) -> {
              if (outcome.verdict().isOpen()) {
                titles.put(
                    id,
                    "“%s” in %s: %s"
                        .formatted(
                            Optional.ofNullable(features.get(id.feature()))
                                .flatMap(feature -> feature.titleOf(id.anchor()))
                                .orElse(id.anchor()),
                            id.feature(),
                            outcome.verdict().label()));
              }
            });
    return new Superseded(reading.run(), titles);
  }

  /**
   * The problem that it is.
   *
   * @param shown what pages have a place for
   * @param counts whether the outcome in that run is the newest of its environment
   */
  Stream<RunProblem> problem(Set<CaseId> shown, Predicate<CaseId> counts) {
    List<String> lines =
        titles.entrySet().stream()
            .filter(title -> !shown.contains(title.getKey()) && counts.test(title.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return lines.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new RunProblem(
                ProblemKind.SUPERSEDED,
                "what did not pass is not in the features as they are now",
                String.join("\n", lines)));
  }
}
