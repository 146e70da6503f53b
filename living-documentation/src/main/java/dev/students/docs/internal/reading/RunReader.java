package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.RunReading;
import dev.students.docs.internal.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the messages of one run and keeps what the pages need: of each case the verdict and, where
 * asked for, its attempts. Envelopes of kinds that it does not know are ignored.
 */
final class RunReader {

  private final Run run;
  private final Predicate<CaseId> detailWanted;
  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final TestCases testCases = new TestCases();
  private final Map<String, AttemptReader> attempts = new LinkedHashMap<>();
  private final Map<String, String> runHooks = new HashMap<>();
  private final Map<String, List<Attachment>> runAttachments = new LinkedHashMap<>();
  private final RunProblems problems = new RunProblems();

  private RunReader(Run run, Predicate<CaseId> detailWanted) {
    this.run = run;
    this.detailWanted = detailWanted;
  }

  /**
   * Reads a run.
   *
   * @param detailWanted for which cases attempts are kept: those of which no newer outcome is known
   */
  static RunReading read(Run run, Predicate<CaseId> detailWanted) {
    RunReader reader = new RunReader(run, detailWanted);
    MessageFile messages = new MessageFile(run.folder().resolve(MessageFile.NAME));
    messages.forEach(reader::accept);
    Map<CaseId, Outcome> outcomes = reader.outcomes();
    return new RunReading(
        run,
        List.copyOf(reader.features.values()),
        outcomes,
        reader.problems.of(messages.unreadable(), reader.testCases.unknown(), outcomes.values()),
        reader.runAttachments.values().stream().flatMap(List::stream).toList());
  }

  private void accept(Message envelope) {
    envelope.object("meta").ifPresent(problems::acceptMeta);
    envelope.object("gherkinDocument").ifPresent(this::acceptFeature);
    envelope.object("parseError").ifPresent(problems::acceptParseError);
    envelope.object("pickle").ifPresent(testCases::addPickle);
    envelope.object("hook").ifPresent(testCases::addHook);
    envelope.object("testCase").ifPresent(testCases::addTestCase);
    envelope.object("testRunStarted").ifPresent(started -> problems.acceptStart());
    envelope.object("testCaseStarted").ifPresent(this::acceptAttempt);
    envelope.object("testStepFinished").ifPresent(step -> attempt(step).addFinishedStep(step));
    envelope.object("testCaseFinished").ifPresent(end -> attempt(end).finish(end));
    envelope.object("attachment").ifPresent(this::acceptAttachment);
    envelope.object("externalAttachment").ifPresent(this::acceptAttachment);
    envelope
        .object("testRunHookStarted")
        .ifPresent(started -> runHooks.put(started.text("id"), started.text("hookId")));
    envelope.object("testRunHookFinished").ifPresent(this::acceptRunHook);
    envelope.object("testRunFinished").ifPresent(problems::acceptEnd);
  }

  private void acceptFeature(Message document) {
    FeatureUri uri = new FeatureUri(document.text("uri"), run.directory());
    FeatureReader reader = new FeatureReader(uri);
    document
        .object("feature")
        .ifPresent(feature -> features.putIfAbsent(uri.path().whole(), reader.read(feature)));
    testCases.add(reader);
  }

  private void acceptAttempt(Message started) {
    AttemptReader attempt = new AttemptReader(started);
    if (attempts.putIfAbsent(started.requiredText("id"), attempt) != null) {
      throw new UnreadableMessageException("it has the id of an attempt before it");
    }
  }

  private AttemptReader attempt(Message member) {
    AttemptReader attempt = attempts.get(member.requiredText("testCaseStartedId"));
    if (attempt == null) {
      throw new UnreadableMessageException("it belongs to a scenario that was not started");
    }
    return attempt;
  }

  private void acceptAttachment(Message attachment) {
    if (attachment.optionalText("testCaseStartedId").isPresent()) {
      attempt(attachment).addAttachment(attachment);
      return;
    }
    String started = attachment.text("testRunHookStartedId");
    runAttachments
        .computeIfAbsent(started, any -> new ArrayList<>())
        .add(AttemptReader.attachment(runHook(started), attachment));
  }

  private void acceptRunHook(Message finished) {
    String started = finished.text("testRunHookStartedId");
    boolean failed =
        problems.acceptRunHook(
            runHook(started),
            finished.required("result"),
            runAttachments.getOrDefault(started, List.of()));
    if (failed) {
      runAttachments.remove(started);
    }
  }

  private String runHook(String started) {
    return testCases.hook(runHooks.getOrDefault(started, ""));
  }

  private Map<CaseId, Outcome> outcomes() {
    Map<CaseId, Outcome> outcomes = new HashMap<>();
    features.values().stream()
        .flatMap(Feature::cases)
        .forEach(id -> outcomes.put(id, new Outcome(run, Verdict.NOT_RUN, 0, Optional.empty())));
    Map<String, List<AttemptReader>> byTestCase = new LinkedHashMap<>();
    attempts
        .values()
        .forEach(
            attempt ->
                byTestCase
                    .computeIfAbsent(attempt.testCaseId(), any -> new ArrayList<>())
                    .add(attempt));
    byTestCase.forEach(
        (id, ofOne) ->
            testCases
                .find(id)
                .ifPresent(
                    testCase ->
                        outcomes.merge(
                            testCase.id(),
                            CaseReader.outcome(
                                run, testCase, ofOne, detailWanted.test(testCase.id())),
                            CaseReader::worse)));
    return outcomes;
  }
}
