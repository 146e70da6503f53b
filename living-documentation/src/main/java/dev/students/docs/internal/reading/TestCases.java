package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.reading.TestCase.TestStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the ids of one run stand for: pickles, test cases, their steps, and hooks.
 *
 * <p>A reference is resolved when it is read, and an id that is defined again stands for the newer
 * thing from there on. So messages of several runs may follow each other in one file, though each
 * of them counts its ids from one.
 */
final class TestCases {

  /** A place in a feature file; some writers count the ids of its nodes anew in each file. */
  private record Node(String feature, String id) {}

  private record Pickle(Optional<CaseId> scenario, String name, Map<String, String> steps) {}

  private static final String SOME_HOOK = "A hook of the test code";

  private final Map<Node, CaseId> cases = new HashMap<>();
  private final Map<Node, String> keywords = new HashMap<>();
  private final Map<String, Pickle> pickles = new HashMap<>();
  private final Map<String, String> hooks = new HashMap<>();
  private final Map<String, TestCase> testCases = new HashMap<>();
  private final Map<String, String> unknown = new HashMap<>();
  private final List<TestCase> all = new ArrayList<>();

  void add(FeatureReader feature) {
    String key = feature.key();
    feature.casesByNode().forEach((node, id) -> cases.put(new Node(key, node), id));
    feature.keywordByNode().forEach((node, word) -> keywords.put(new Node(key, node), word));
  }

  /**
   * @param feature the key of the feature that it comes from
   */
  void addPickle(String feature, Message pickle) {
    List<String> nodes = pickle.texts("astNodeIds");
    Map<String, String> steps = new HashMap<>();
    for (Message step : pickle.objects("steps")) {
      String keyword =
          step.texts("astNodeIds").stream()
              .findFirst()
              .map(node -> keywords.getOrDefault(new Node(feature, node), ""))
              .orElse("");
      steps.put(step.text("id"), (keyword + " " + step.text("text")).strip());
    }
    Optional<CaseId> scenario =
        nodes.isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(cases.get(new Node(feature, nodes.get(nodes.size() - 1))));
    pickles.put(pickle.requiredText("id"), new Pickle(scenario, pickle.text("name"), steps));
  }

  void addHook(Message hook) {
    String name = hook.text("name");
    String kind =
        switch (hook.text("type")) {
          case "BEFORE_TEST_RUN" -> "A hook before the run";
          case "AFTER_TEST_RUN" -> "A hook after the run";
          case "BEFORE_TEST_CASE" -> "A hook before the scenario";
          case "AFTER_TEST_CASE" -> "A hook after the scenario";
          case "BEFORE_TEST_STEP" -> "A hook before a step";
          case "AFTER_TEST_STEP" -> "A hook after a step";
          default -> SOME_HOOK;
        };
    hooks.put(
        hook.text("id"),
        name.isBlank() ? kind : kind.replaceFirst("A hook", "Hook “" + name + "”"));
  }

  void addTestCase(Message testCase) {
    String id = testCase.requiredText("id");
    Pickle pickle = pickles.get(testCase.text("pickleId"));
    if (pickle == null || pickle.scenario().isEmpty()) {
      testCases.remove(id);
      unknown.put(id, pickle == null ? "test case " + id : "“" + pickle.name() + "”");
      return;
    }
    Set<String> missing = new HashSet<>(pickle.steps().keySet());
    Map<String, TestStep> steps = new HashMap<>();
    for (Message step : testCase.objects("testSteps")) {
      missing.remove(step.text("pickleStepId"));
      steps.put(step.text("id"), step(pickle, step));
    }
    TestCase read =
        new TestCase(
            pickle.scenario().get(),
            pickle.name(),
            !pickle.steps().isEmpty(),
            !missing.isEmpty(),
            steps);
    testCases.put(id, read);
    all.add(read);
  }

  private TestStep step(Pickle pickle, Message step) {
    String text = pickle.steps().get(step.text("pickleStepId"));
    return text == null ? new TestStep(hook(step.text("hookId")), true) : new TestStep(text, false);
  }

  String hook(String id) {
    return hooks.getOrDefault(id, SOME_HOOK);
  }

  /** Empty when the messages do not hold what it refers to. */
  Optional<TestCase> find(String id) {
    return Optional.ofNullable(testCases.get(id));
  }

  /** What people would call a test case that cannot be found. */
  String nameOfUnknown(String id) {
    return unknown.getOrDefault(id, "test case " + id);
  }

  /** In the order in which they were read. */
  List<TestCase> all() {
    return all;
  }
}
