package dev.students.docs.internal.pages;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import dev.students.docs.internal.model.Example;
import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Step;
import dev.students.docs.internal.model.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the search box looks through, as a script: pages opened from a disk may not fetch. Each
 * feature is its label, its page and its entries; an entry is kind, title, place within the page,
 * status, tags, 1 if flaky, and words of steps and examples.
 */
final class SearchIndex {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int MOST_WORDS = 300;

  private final String page;
  private final JsonArray entries = new JsonArray();

  private SearchIndex(String page) {
    this.page = page;
  }

  static String of(SiteView site) {
    JsonArray features = new JsonArray();
    site.features().forEach(feature -> features.add(of(feature)));
    // Gson escapes <, > and the separators that JavaScript would not take.
    return "window.searchIndex = " + new Gson().toJson(features) + ";\n";
  }

  private static JsonArray of(FeatureView view) {
    SearchIndex index = new SearchIndex(view.href());
    index.add(view);
    JsonArray feature = new JsonArray();
    feature.add(view.label());
    feature.add(index.page);
    feature.add(index.entries);
    return feature;
  }

  private void add(FeatureView feature) {
    List<String> tags = feature.feature().tags();
    boolean flaky = feature.cases().anyMatch(CaseView::isFlaky);
    add("feature", feature.label(), feature.href(), feature.verdict(), tags, flaky, "");
    for (RuleView rule : feature.rules()) {
      Set<String> ruleTags = new LinkedHashSet<>(tags);
      ruleTags.addAll(rule.rule().tags());
      if (rule.isNamed()) {
        boolean flakyRule = rule.cases().anyMatch(CaseView::isFlaky);
        add("rule", rule.title(), rule.href(), rule.verdict(), ruleTags, flakyRule, "");
      }
      for (ScenarioView view : rule.scenarios()) {
        Scenario scenario = view.scenario();
        Set<String> all = new LinkedHashSet<>(ruleTags);
        all.addAll(scenario.tags());
        scenario.examples().forEach(table -> all.addAll(table.tags()));
        add(
            "scenario",
            scenario.title(),
            view.href(),
            view.verdict(),
            all,
            view.isFlaky(),
            words(scenario));
      }
    }
  }

  /** Each word that the title has not, once, in small letters. */
  private static String words(Scenario scenario) {
    Set<String> title = words(scenario.title()).collect(Collectors.toSet());
    Stream<String> steps = scenario.steps().stream().flatMap(SearchIndex::texts);
    Stream<String> examples = scenario.examples().stream().flatMap(SearchIndex::texts);
    return Stream.concat(steps, examples)
        .flatMap(SearchIndex::words)
        .filter(word -> !title.contains(word))
        .distinct()
        .limit(MOST_WORDS)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> words(String text) {
    return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
  }

  private static Stream<String> texts(Step step) {
    return Stream.of(
            Stream.of(step.text()),
            step.docString().stream(),
            step.rows().stream().flatMap(List::stream))
        .flatMap(texts -> texts);
  }

  private static Stream<String> texts(Examples table) {
    return Stream.concat(
        Stream.concat(Stream.of(table.name()), table.header().stream()),
        table.rows().stream().map(Example::values).flatMap(List::stream));
  }

  private void add(
      String kind,
      String title,
      String href,
      Verdict verdict,
      Iterable<String> tags,
      boolean flaky,
      String words) {
    JsonArray entry = new JsonArray();
    entry.add(kind);
    entry.add(title);
    entry.add(href.substring(page.length()));
    entry.add(verdict.key());
    entry.add(String.join(" ", tags));
    entry.add(flaky ? 1 : 0);
    entry.add(words);
    entries.add(entry);
  }
}
