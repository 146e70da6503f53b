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
 * What the ids of one run stand for: pickles, test cases and their steps.
 *
 * <p>A reference is resolved when it is read, and an id that is defined again stands for the newer
 * thing from there on. So messages of several runs may follow each other in one file, though each
 * of them counts its ids from one.
 */
final class TestCases {

  /** A place in a feature file; some writers count the ids of its nodes anew in each file. */
  private record Node(String feature, String id) {}

  private final Map<Node, CaseId> cases = new HashMap<>();
  private final Map<Node, String> keywords = new HashMap<>();
  private final Map<String, Pickle> pickles = new HashMap<>();
  private final HookNames hooks;
  private final Map<String, TestCase> testCases = new HashMap<>();
  private final Map<String, String> unknown = new HashMap<>();
  private final List<TestCase> all = new ArrayList<>();

  TestCases(HookNames hooks) {
    this.hooks = hooks;
  }

  void add(FeatureReader feature) {
    String key = feature.key();
    feature.casesByNode().forEach((node, id) -> cases.put(new Node(key, node), id));
    feature.keywordByNode().forEach((node, word) -> keywords.put(new Node(key, node), word));
  }

  /**
   * @param feature the key of the feature that it comes from
   */
  void addPickle(String feature, Message pickle) {
    pickles.put(
        pickle.requiredText("id"),
        Pickle.of(
            pickle,
            node -> Optional.ofNullable(cases.get(new Node(feature, node))),
            node -> keywords.getOrDefault(new Node(feature, node), "")));
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
    return text == null
        ? new TestStep(hooks.of(step.text("hookId")), true)
        : new TestStep(text, false);
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
