package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Background;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Example;
import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Step;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns one Gherkin document into a {@link Feature} and remembers, for this run, which case and
 * which step each of the run's random ids stands for. For one document, by one thread.
 */
final class FeatureReader {

  private static final String ADDRESS = "@address:";

  private final String key;
  private final String path;
  private final String location;
  private final Map<String, CaseId> casesByNode = new HashMap<>();
  private final Map<String, String> keywordByNode = new HashMap<>();

  FeatureReader(String key, String path, String location) {
    this.key = key;
    this.path = path;
    this.location = location;
  }

  Map<String, CaseId> casesByNode() {
    return casesByNode;
  }

  /** Of every step, those of backgrounds too. */
  Map<String, String> keywordByNode() {
    return keywordByNode;
  }

  Feature read(io.cucumber.messages.types.Feature feature) {
    Anchors anchors = new Anchors();
    Optional<Background> background = Optional.empty();
    List<Rule> rules = new ArrayList<>();
    List<Scenario> outside = new ArrayList<>();
    for (FeatureChild child : feature.getChildren()) {
      background = background.or(() -> child.getBackground().map(this::background));
      child.getRule().ifPresent(rule -> rules.add(rule(rule, anchors)));
      child.getScenario().ifPresent(scenario -> outside.add(scenario(scenario, "", anchors)));
    }
    if (!outside.isEmpty()) {
      String anchor = anchors.next("", rules.isEmpty() ? "scenarios" : "further-scenarios");
      rules.add(new Rule(anchor, "", "", List.of(), Optional.empty(), List.copyOf(outside)));
    }
    return new Feature(
        key,
        path,
        location,
        feature.getName().isBlank() ? "A feature without a name" : feature.getName(),
        feature.getLanguage(),
        feature.getDescription().stripIndent().strip(),
        tags(feature.getTags()),
        background,
        List.copyOf(rules));
  }

  private Rule rule(io.cucumber.messages.types.Rule rule, Anchors anchors) {
    String anchor = anchors.next("", addressed(rule.getName(), rule.getTags()));
    Anchors own = new Anchors();
    Optional<Background> background = Optional.empty();
    List<Scenario> scenarios = new ArrayList<>();
    for (RuleChild child : rule.getChildren()) {
      background = background.or(() -> child.getBackground().map(this::background));
      child.getScenario().ifPresent(s -> scenarios.add(scenario(s, anchor + "/", own)));
    }
    String name = rule.getName().isBlank() ? "A rule without a name" : rule.getName();
    return new Rule(
        anchor,
        name,
        rule.getDescription().stripIndent().strip(),
        tags(rule.getTags()),
        background,
        List.copyOf(scenarios));
  }

  private Scenario scenario(
      io.cucumber.messages.types.Scenario scenario, String prefix, Anchors anchors) {
    String anchor = anchors.next(prefix, addressed(scenario.getName(), scenario.getTags()));
    casesByNode.put(scenario.getId(), new CaseId(key, anchor));
    Anchors rows = new Anchors();
    return new Scenario(
        anchor,
        scenario.getName(),
        scenario.getDescription().stripIndent().strip(),
        tags(scenario.getTags()),
        steps(scenario.getSteps()),
        scenario.getExamples().stream()
            .filter(table -> !table.getTableBody().isEmpty())
            .map(table -> examples(table, anchor, rows))
            .toList(),
        scenario.getLocation().getLine());
  }

  private Examples examples(
      io.cucumber.messages.types.Examples table, String scenario, Anchors anchors) {
    return new Examples(
        table.getName().isBlank() ? table.getKeyword() : table.getName(),
        table.getDescription().stripIndent().strip(),
        tags(table.getTags()),
        table.getTableHeader().map(FeatureReader::cells).orElse(List.of()),
        table.getTableBody().stream().map(row -> example(row, scenario, anchors)).toList());
  }

  /** An example is known by its values: a row put above it does not change its address. */
  private Example example(TableRow row, String scenario, Anchors anchors) {
    List<String> values = cells(row);
    String hash = String.format("%08x", values.hashCode());
    String anchor = anchors.next(scenario + "/", "example-" + hash);
    casesByNode.put(row.getId(), new CaseId(key, anchor));
    return new Example(anchor, values, row.getLocation().getLine());
  }

  private Background background(io.cucumber.messages.types.Background background) {
    return new Background(
        background.getName(),
        background.getDescription().stripIndent().strip(),
        steps(background.getSteps()));
  }

  private List<Step> steps(List<io.cucumber.messages.types.Step> steps) {
    steps.forEach(step -> keywordByNode.put(step.getId(), step.getKeyword().strip()));
    return steps.stream()
        .map(
            step ->
                new Step(
                    step.getKeyword().strip(),
                    step.getText(),
                    step.getDocString().map(io.cucumber.messages.types.DocString::getContent),
                    step.getDataTable()
                        .map(table -> table.getRows().stream().map(FeatureReader::cells).toList())
                        .orElse(List.of())))
        .toList();
  }

  private static List<String> cells(TableRow row) {
    return row.getCells().stream().map(TableCell::getValue).toList();
  }

  /** The name that gives the address: what was renamed keeps it by a tag {@code @address:…}. */
  private static String addressed(String name, List<Tag> tags) {
    return tags.stream()
        .map(Tag::getName)
        .filter(tag -> tag.startsWith(ADDRESS))
        .map(tag -> tag.substring(ADDRESS.length()))
        .findFirst()
        .orElse(name);
  }

  /** Those that are for readers. */
  private static List<String> tags(List<Tag> tags) {
    return tags.stream().map(Tag::getName).filter(tag -> !tag.startsWith(ADDRESS)).toList();
  }
}
