package dev.students.docs.internal.pages;

import com.google.gson.JsonArray;
import dev.students.docs.internal.model.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the search box looks through, as a script: pages opened from a disk may not fetch. Each
 * entry is kind, title, address, status, feature and tags.
 */
final class SearchIndex {

  private final JsonArray entries = new JsonArray();

  static String of(SiteView site) {
    SearchIndex index = new SearchIndex();
    site.features().forEach(index::add);
    // Gson escapes <, > and the separators that JavaScript would not take.
    return "window.searchIndex = " + new com.google.gson.Gson().toJson(index.entries) + ";\n";
  }

  private void add(FeatureView feature) {
    List<String> tags = feature.feature().tags();
    add("feature", feature.name(), feature.href(), feature.verdict(), feature, tags);
    for (RuleView rule : feature.rules()) {
      Set<String> ruleTags = new LinkedHashSet<>(tags);
      ruleTags.addAll(rule.rule().tags());
      if (rule.isNamed()) {
        add("rule", rule.title(), rule.href(), rule.verdict(), feature, ruleTags);
      }
      for (ScenarioView scenario : rule.scenarios()) {
        Set<String> all = new LinkedHashSet<>(ruleTags);
        all.addAll(scenario.scenario().tags());
        scenario.scenario().examples().forEach(table -> all.addAll(table.tags()));
        String href = Links.to(feature.page(), scenario.scenario().anchor());
        add("scenario", scenario.scenario().title(), href, scenario.verdict(), feature, all);
      }
    }
  }

  private void add(
      String kind,
      String title,
      String href,
      Verdict verdict,
      FeatureView feature,
      Iterable<String> tags) {
    JsonArray entry = new JsonArray();
    entry.add(kind);
    entry.add(title);
    entry.add(href);
    entry.add(verdict.key());
    entry.add(feature.name());
    entry.add(String.join(" ", tags));
    entries.add(entry);
  }
}
