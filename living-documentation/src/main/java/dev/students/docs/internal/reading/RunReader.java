package dev.students.docs.internal.reading;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.RunProblem;
import dev.students.docs.internal.model.RunReading;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.MessageFile.UnreadableLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
  private final HookNames hookNames = new HookNames();
  private final TestCases testCases = new TestCases(hookNames);
  private final Map<String, AttemptReader> attempts = new HashMap<>();
  private final List<AttemptReader> ofUnknown = new ArrayList<>();
  private final RunHooks hooks = new RunHooks();
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
    reader.readFiles();
    Map<CaseId, Outcome> outcomes = reader.outcomes();
    return new RunReading(
        run,
        List.copyOf(reader.features.values()),
        outcomes,
        reader.problems(outcomes.values()),
        reader.hooks.attachments());
  }

  /**
   * Reads all files of messages.
   *
   * @throws LivingDocumentationException when not a single line is a message
   */
  private void readFiles() {
    long read = 0;
    for (Path path : MessageFile.in(run.folder())) {
      MessageFile file = new MessageFile(path);
      file.forEach(this::accept);
      problems.acceptEndOf(file);
      read += file.read();
    }
    ofUnknown.removeIf(this::isKnownByNow);
    if (read == 0 && problems.firstUnreadable().isPresent()) {
      UnreadableLine first = problems.firstUnreadable().get();
      throw new LivingDocumentationException(
          first.file().getFileName()
              + " does not hold Cucumber messages: line "
              + first.number()
              + " cannot be read: "
              + first.reason());
    }
  }

  private void accept(Message envelope) {
    envelope.object("meta").ifPresent(problems::acceptMeta);
    envelope.object("gherkinDocument").ifPresent(this::acceptFeature);
    envelope.object("parseError").ifPresent(problems::acceptParseError);
    envelope.object("undefinedParameterType").ifPresent(problems::acceptUndefinedParameterType);
    envelope
        .object("pickle")
        .ifPresent(pickle -> testCases.addPickle(uri(pickle).path().whole(), pickle));
    envelope.object("hook").ifPresent(hookNames::add);
    envelope.object("testCase").ifPresent(testCases::addTestCase);
    envelope.object("testRunStarted").ifPresent(started -> problems.acceptStart());
    envelope.object("testCaseStarted").ifPresent(this::acceptAttempt);
    envelope.object("testStepFinished").ifPresent(step -> attempt(step).addFinishedStep(step));
    envelope.object("testCaseFinished").ifPresent(end -> attempt(end).finish(end));
    envelope.object("attachment").ifPresent(this::acceptAttachment);
    envelope.object("externalAttachment").ifPresent(this::acceptAttachment);
    envelope
        .object("testRunHookStarted")
        .ifPresent(
            started -> hooks.start(started.text("id"), hookNames.of(started.text("hookId"))));
    envelope
        .object("testRunHookFinished")
        .ifPresent(
            finished ->
                hooks.finish(startedHook(finished), hookNames.of(""), finished.required("result")));
    envelope.object("testRunFinished").ifPresent(problems::acceptEnd);
  }

  private boolean isKnownByNow(AttemptReader attempt) {
    Optional<TestCase> testCase = testCases.find(attempt.testCaseId());
    testCase.ifPresent(found -> found.add(attempt));
    return testCase.isPresent();
  }

  private FeatureUri uri(Message of) {
    return new FeatureUri(of.text("uri"), run.directory());
  }

  private void acceptFeature(Message document) {
    FeatureReader reader = new FeatureReader(uri(document));
    document
        .object("feature")
        .ifPresent(feature -> features.put(reader.key(), reader.read(feature)));
    testCases.add(reader);
  }

  /**
   * An id may come again once the attempt that had it has ended: in the messages of another run.
   */
  private void acceptAttempt(Message started) {
    AttemptReader attempt = new AttemptReader(started);
    String id = started.requiredText("id");
    AttemptReader before = attempts.get(id);
    if (before != null && !before.isFinished()) {
      throw new UnreadableMessageException("it has the id of an attempt that has not ended");
    }
    attempts.put(id, attempt);
    testCases
        .find(attempt.testCaseId())
        .ifPresentOrElse(testCase -> testCase.add(attempt), () -> ofUnknown.add(attempt));
  }

  /** Some writers name the test case where the protocol asks for the attempt. */
  private AttemptReader attempt(Message member) {
    String id = member.requiredText("testCaseStartedId");
    return Optional.ofNullable(attempts.get(id))
        .or(() -> testCases.find(id).flatMap(TestCase::newestAttempt))
        .orElseThrow(
            () -> new UnreadableMessageException("it belongs to a scenario that was not started"));
  }

  private void acceptAttachment(Message attachment) {
    if (!AttemptReader.attachment("", attachment).isReadable()) {
      throw new UnreadableMessageException("what it attaches is not in Base64");
    }
    if (attachment.optionalText("testCaseStartedId").isPresent()) {
      attempt(attachment).addAttachment(attachment);
    } else {
      hooks.attach(startedHook(attachment), hookNames.of(""), attachment);
    }
  }

  private static String startedHook(Message member) {
    return member.text("testRunHookStartedId");
  }

  private List<RunProblem> problems(Collection<Outcome> outcomes) {
    return problems.of(
        hooks.problems(),
        ofUnknown.stream()
            .map(attempt -> testCases.nameOfUnknown(attempt.testCaseId()))
            .distinct()
            .toList(),
        testCases.all().stream()
            .filter(testCase -> testCase.newestAttempt().isEmpty())
            .map(TestCase::name)
            .distinct()
            .toList(),
        outcomes);
  }

  private Map<CaseId, Outcome> outcomes() {
    Map<CaseId, Outcome> outcomes = new HashMap<>();
    features.values().stream()
        .flatMap(Feature::cases)
        .forEach(id -> outcomes.put(id, new Outcome(run, Verdict.NOT_RUN, 0, Optional.empty())));
    for (TestCase testCase : testCases.all()) {
      if (testCase.newestAttempt().isPresent()) {
        outcomes.merge(
            testCase.id(),
            CaseReader.outcome(run, testCase, detailWanted.test(testCase.id())),
            CaseReader::worse);
      }
    }
    return outcomes;
  }
}
