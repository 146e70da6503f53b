package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.report.FailureMessage;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.report.ScenarioResult;
import dev.students.acceptance.internal.report.ScenarioResult.Problem;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.SnippetsSuggestedEvent;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Cucumber plugin that passes the results of scenarios to the run and writes Cucumber's own
 * reports to the run's folder. Cucumber instantiates it by class name, hence the public no-argument
 * constructor. Without a run, as in a dry run, it writes nothing.
 */
public final class RunReporter implements ConcurrentEventListener {

  private static final String WHOLE_SCENARIO = "the scenario as a whole";

  private final Map<UUID, Problem> firstProblem = new ConcurrentHashMap<>();

  /** Snippets for undefined steps, by the text of the step. */
  private final Map<String, List<String>> snippets = new ConcurrentHashMap<>();

  /** The messages that Cucumber sends before its hooks open the target. */
  private final List<Envelope> early = new ArrayList<>();

  private Optional<MessageReports> reports = Optional.empty();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, this::message);
    publisher.registerHandlerFor(
        TestCaseStarted.class,
        event -> results().ifPresent(results -> results.begin(event.getInstant())));
    publisher.registerHandlerFor(SnippetsSuggestedEvent.class, this::suggested);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::scenarioFinished);
  }

  private static Optional<Results> results() {
    return CurrentRun.find().map(run -> run.reports().results());
  }

  private synchronized void message(Envelope message) {
    Optional<AcceptanceRun> run = CurrentRun.find();
    if (run.isEmpty()) {
      if (message.getMeta().isPresent() || message.getTestRunStarted().isPresent()) {
        early.add(message);
      }
      return;
    }
    if (reports.isEmpty()) {
      MessageReports opened = run.get().reports().begin();
      early.forEach(opened::write);
      reports = Optional.of(opened);
    }
    reports.get().write(message);
    message.getPickle().ifPresent(scenario -> expect(scenario, run.get()));
    message.getTestRunFinished().ifPresent(finished -> run.get().finish(failure(finished)));
  }

  /** The reason why Cucumber itself did not finish. */
  private static Optional<String> failure(TestRunFinished finished) {
    return finished.getException().map(e -> e.getMessage().orElse(e.getType()));
  }

  private static void expect(Pickle scenario, AcceptanceRun run) {
    List<String> tags = scenario.getTags().stream().map(PickleTag::getName).toList();
    if (run.whyLeftOut(tags).isEmpty()) {
      run.reports().results().expect(path(URI.create(scenario.getUri()), run));
    }
  }

  private static String path(URI feature, AcceptanceRun run) {
    return FeatureFile.path(feature, run.layout()).toString();
  }

  private void suggested(SnippetsSuggestedEvent event) {
    snippets.put(event.getSuggestion().getStep(), event.getSuggestion().getSnippets());
  }

  private void stepFinished(TestStepFinished event) {
    Result result = event.getResult();
    if (result.getStatus().isOk() || result.getStatus() == Status.SKIPPED) {
      return;
    }
    TestCase scenario = event.getTestCase();
    int line = scenario.getLocation().getLine();
    String text = WHOLE_SCENARIO;
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      line = step.getStep().getLine();
      text = step.getStep().getKeyword() + step.getStep().getText();
    }
    firstProblem.putIfAbsent(
        scenario.getId(), new Problem(line, text, message(event.getTestStep(), result)));
  }

  private String message(TestStep step, Result result) {
    if (step instanceof PickleStepTestStep written) {
      List<String> suggested = snippets.getOrDefault(written.getStep().getText(), List.of());
      return result.getStatus() == Status.UNDEFINED
          ? FailureMessage.undefined(suggested)
          : FailureMessage.of(result, true);
    }
    return FailureMessage.of(result, false);
  }

  private void scenarioFinished(TestCaseFinished event) {
    CurrentRun.find().ifPresent(run -> scenarioFinished(event, run));
  }

  private void scenarioFinished(TestCaseFinished event, AcceptanceRun run) {
    TestCase scenario = event.getTestCase();
    Optional<Problem> problem = Optional.ofNullable(firstProblem.remove(scenario.getId()));
    if (problem.isEmpty() && run.whyLeftOut(scenario.getTags()).isPresent()) {
      return;
    }
    int line = scenario.getLocation().getLine();
    if (problem.isEmpty() && event.getResult().getStatus() != Status.PASSED) {
      problem =
          Optional.of(
              new Problem(line, WHOLE_SCENARIO, FailureMessage.of(event.getResult(), false)));
    }
    run.reports()
        .results()
        .add(
            new ScenarioResult(path(scenario.getUri(), run), line, scenario.getName(), problem),
            event.getInstant());
  }
}
