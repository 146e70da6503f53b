package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.CaseId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the random ids of one run stand for: pickles, test cases, their steps, and hooks. */
final class TestCases {

  /** What a test case runs: a scenario or an example, known by its place in a feature. */
  record TestCase(CaseId id, boolean hasSteps, Map<String, TestStep> steps) {}

  /** One step of a test case, as people read it. */
  record TestStep(String text, boolean hook) {}

  private static final String SOME_HOOK = "A hook of the test code";

  private final Map<String, CaseId> casesByNode = new HashMap<>();
  private final Map<String, String> keywordByNode = new HashMap<>();
  private final Map<String, Message> pickles = new HashMap<>();
  private final Map<String, String> stepTexts = new HashMap<>();
  private final Map<String, String> hooks = new HashMap<>();
  private final Map<String, Message> testCases = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();

  void add(FeatureReader feature) {
    casesByNode.putAll(feature.casesByNode());
    keywordByNode.putAll(feature.keywordByNode());
  }

  void addPickle(Message pickle) {
    pickles.put(pickle.requiredText("id"), pickle);
    for (Message step : pickle.objects("steps")) {
      String keyword =
          step.texts("astNodeIds").stream()
              .findFirst()
              .map(node -> keywordByNode.getOrDefault(node, ""))
              .orElse("");
      stepTexts.put(step.text("id"), (keyword + " " + step.text("text")).strip());
    }
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
    testCases.put(testCase.requiredText("id"), testCase);
  }

  String hook(String id) {
    return hooks.getOrDefault(id, SOME_HOOK);
  }

  /** Empty when the messages do not hold what it refers to, which is then noted. */
  Optional<TestCase> find(String testCaseId) {
    Message testCase = testCases.get(testCaseId);
    Message pickle = testCase == null ? null : pickles.get(testCase.text("pickleId"));
    List<String> nodes = pickle == null ? List.of() : pickle.texts("astNodeIds");
    CaseId id = nodes.isEmpty() ? null : casesByNode.get(nodes.get(nodes.size() - 1));
    if (testCase == null || pickle == null || id == null) {
      unknown.add(pickle == null ? "test case " + testCaseId : "“" + pickle.text("name") + "”");
      return Optional.empty();
    }
    Map<String, TestStep> steps = new HashMap<>();
    for (Message step : testCase.objects("testSteps")) {
      steps.put(step.text("id"), step(step));
    }
    return Optional.of(new TestCase(id, !pickle.objects("steps").isEmpty(), steps));
  }

  /** What was run though the messages do not say what it is. */
  Set<String> unknown() {
    return unknown;
  }

  private TestStep step(Message step) {
    String text = stepTexts.get(step.text("pickleStepId"));
    return text == null ? new TestStep(hook(step.text("hookId")), true) : new TestStep(text, false);
  }
}
