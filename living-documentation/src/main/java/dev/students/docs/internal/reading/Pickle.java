package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.CaseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario or example as Cucumber runs it.
 *
 * @param scenario empty when the messages do not hold its feature
 * @param steps the text of each with its keyword, by their ids
 */
record Pickle(Optional<CaseId> scenario, String name, Map<String, String> steps) {

  /**
   * Reads one.
   *
   * @param cases what the nodes of its feature stand for
   * @param keywords those of the nodes of its feature that are steps
   */
  static Pickle of(
      Message pickle, Function<String, Optional<CaseId>> cases, Function<String, String> keywords) {
    Map<String, String> steps = new HashMap<>();
    for (Message step : pickle.objects("steps")) {
      String keyword = step.texts("astNodeIds").stream().findFirst().map(keywords).orElse("");
      steps.put(step.text("id"), (keyword + " " + step.text("text")).strip());
    }
    List<String> nodes = pickle.texts("astNodeIds");
    return new Pickle(
        nodes.isEmpty() ? Optional.empty() : cases.apply(nodes.get(nodes.size() - 1)),
        pickle.text("name"),
        steps);
  }
}
