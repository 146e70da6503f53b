package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.CurrentRun;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Cucumber plugin that hands each scenario's result to the run. Cucumber makes it by its class
 * name, hence the public constructor without arguments.
 */
public final class ScenarioTally implements ConcurrentEventListener {

  private final Results results = CurrentRun.get().results();
  private final Map<UUID, ScenarioResult.Problem> firstProblem = new ConcurrentHashMap<>();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> results.begin(event.getInstant()));
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::scenarioFinished);
  }

  private void stepFinished(TestStepFinished event) {
    Result result = event.getResult();
    if (result.getStatus().isOk() || result.getStatus() == Status.SKIPPED) {
      return;
    }
    TestCase scenario = event.getTestCase();
    boolean written = event.getTestStep() instanceof PickleStepTestStep;
    int line = scenario.getLocation().getLine();
    String text = "the scenario as a whole";
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      line = step.getStep().getLine();
      text = step.getStep().getKeyword() + step.getStep().getText();
    }
    ScenarioResult.Problem problem =
        new ScenarioResult.Problem(line, text, FailureMessage.of(result, written));
    firstProblem.putIfAbsent(scenario.getId(), problem);
  }

  private void scenarioFinished(TestCaseFinished event) {
    TestCase scenario = event.getTestCase();
    int line = scenario.getLocation().getLine();
    Optional<ScenarioResult.Problem> problem =
        Optional.ofNullable(firstProblem.remove(scenario.getId()));
    if (problem.isEmpty() && event.getResult().getStatus() != Status.PASSED) {
      problem =
          Optional.of(
              new ScenarioResult.Problem(
                  line, "the scenario as a whole", FailureMessage.of(event.getResult(), false)));
    }
    String path =
        Path.of("")
            .toAbsolutePath()
            .relativize(Path.of(scenario.getUri().getSchemeSpecificPart()).toAbsolutePath())
            .toString();
    results.add(new ScenarioResult(path, line, scenario.getName(), problem), event.getInstant());
  }
}
