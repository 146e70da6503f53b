package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Background;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Example;
import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns one Gherkin document into a {@link Feature} and remembers, for this run, which case and
 * which step each of the run's random ids stands for. For one document, by one thread.
 */
final class FeatureReader {

  private static final String ADDRESS = "@address:";

  private final FeatureUri uri;
  private final Map<String, CaseId> casesByNode = new HashMap<>();
  private final Map<String, String> keywordByNode = new HashMap<>();

  FeatureReader(FeatureUri uri) {
    this.uri = uri;
  }

  String key() {
    return uri.path().whole();
  }

  Map<String, CaseId> casesByNode() {
    return casesByNode;
  }

  /** Of every step, those of backgrounds too. */
  Map<String, String> keywordByNode() {
    return keywordByNode;
  }

  Feature read(Message feature) {
    List<Message> children = feature.objects("children");
    Anchors anchors = new Anchors(names(children));
    List<Rule> rules = new ArrayList<>();
    List<Scenario> outside = new ArrayList<>();
    for (Message child : children) {
      child.object("rule").ifPresent(rule -> rules.add(rule(rule, anchors)));
      child.object("scenario").ifPresent(each -> outside.add(scenario(each, "", anchors)));
    }
    if (!outside.isEmpty()) {
      String anchor = anchors.next("", rules.isEmpty() ? "scenarios" : "further-scenarios");
      rules.add(new Rule(anchor, "", "", List.of(), Optional.empty(), List.copyOf(outside)));
    }
    return new Feature(
        uri.path(),
        uri.argument(),
        feature
            .optionalText("name")
            .filter(name -> !name.isBlank())
            .orElse("A feature without a name"),
        feature.optionalText("language").orElse("en"),
        description(feature),
        tags(feature),
        background(children),
        List.copyOf(rules));
  }

  private Rule rule(Message rule, Anchors siblings) {
    String anchor = siblings.next("", addressed(rule));
    List<Message> children = rule.objects("children");
    Anchors own = new Anchors(names(children));
    return new Rule(
        anchor,
        rule.text("name").isBlank() ? "A rule without a name" : rule.text("name"),
        description(rule),
        tags(rule),
        background(children),
        children.stream()
            .flatMap(child -> child.object("scenario").stream())
            .map(scenario -> scenario(scenario, anchor + "/", own))
            .toList());
  }

  private Scenario scenario(Message scenario, String prefix, Anchors siblings) {
    String name = scenario.text("name");
    String anchor = siblings.next(prefix, addressed(scenario));
    casesByNode.put(scenario.text("id"), caseId(anchor));
    List<Message> tables =
        scenario.objects("examples").stream()
            .filter(table -> !table.objects("tableBody").isEmpty())
            .toList();
    Anchors rows =
        new Anchors(
            tables.stream()
                .flatMap(table -> table.objects("tableBody").stream())
                .map(FeatureReader::exampleName)
                .toList());
    return new Scenario(
        anchor,
        name,
        description(scenario),
        tags(scenario),
        steps(scenario),
        tables.stream().map(table -> examples(table, name, anchor, rows)).toList(),
        scenario.line());
  }

  private Examples examples(Message table, String outline, String anchor, Anchors siblings) {
    List<String> header = table.object("tableHeader").map(FeatureReader::cells).orElse(List.of());
    return new Examples(
        table.text("name").isBlank() ? table.text("keyword") : table.text("name"),
        description(table),
        tags(table),
        header,
        table.objects("tableBody").stream()
            .map(row -> example(row, header, outline, anchor, siblings))
            .toList());
  }

  private Example example(
      Message row, List<String> header, String outline, String scenario, Anchors siblings) {
    List<String> values = cells(row);
    String anchor = siblings.next(scenario + "/", exampleName(row));
    casesByNode.put(row.text("id"), caseId(anchor));
    String title = outline;
    for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
      title = title.replace("<" + header.get(i) + ">", values.get(i));
    }
    return new Example(anchor, title, values, row.line());
  }

  /** An example is known by its values: a row put above it does not change its address. */
  private static String exampleName(Message row) {
    return "example-" + String.format("%08x", cells(row).hashCode());
  }

  private CaseId caseId(String anchor) {
    return new CaseId(key(), anchor);
  }

  private Optional<Background> background(List<Message> children) {
    return children.stream()
        .flatMap(child -> child.object("background").stream())
        .findFirst()
        .map(each -> new Background(each.text("name"), description(each), steps(each)));
  }

  private List<Step> steps(Message parent) {
    return parent.objects("steps").stream().map(this::step).toList();
  }

  private Step step(Message step) {
    String keyword = step.text("keyword").strip();
    keywordByNode.put(step.text("id"), keyword);
    return new Step(
        keyword,
        step.text("text"),
        step.object("docString").map(text -> text.text("content")),
        step.object("dataTable")
            .map(table -> table.objects("rows").stream().map(FeatureReader::cells).toList())
            .orElse(List.of()));
  }

  private static List<String> names(List<Message> children) {
    return children.stream()
        .flatMap(child -> child.object("rule").or(() -> child.object("scenario")).stream())
        .map(FeatureReader::addressed)
        .toList();
  }

  private static String description(Message described) {
    return described.text("description").stripIndent().strip();
  }

  private static List<String> cells(Message row) {
    return row.objects("cells").stream().map(cell -> cell.text("value")).toList();
  }

  /** The name that gives the address: what was renamed keeps it by a tag {@code @address:…}. */
  private static String addressed(Message named) {
    return allTags(named)
        .filter(tag -> tag.startsWith(ADDRESS))
        .map(tag -> tag.substring(ADDRESS.length()))
        .findFirst()
        .orElse(named.text("name"));
  }

  /** Those that are for readers. */
  private static List<String> tags(Message tagged) {
    return allTags(tagged).filter(tag -> !tag.startsWith(ADDRESS)).toList();
  }

  private static Stream<String> allTags(Message tagged) {
    return tagged.objects("tags").stream().map(tag -> tag.text("name"));
  }
}
