package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.TestCase.TestStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Collects the messages of one attempt at a test case. */
final class AttemptReader {

  private final Message started;
  private final List<Message> finishedSteps = new ArrayList<>();
  private final List<Message> attachments = new ArrayList<>();
  private Optional<Message> finished = Optional.empty();

  AttemptReader(Message started) {
    this.started = started;
  }

  String testCaseId() {
    return started.text("testCaseId");
  }

  boolean isFinished() {
    return finished.isPresent();
  }

  /** Counted from zero. */
  long number() {
    return started.number("attempt");
  }

  void addFinishedStep(Message finishedStep) {
    result(finishedStep);
    finishedSteps.add(finishedStep);
  }

  void addAttachment(Message attachment) {
    attachments.add(attachment);
  }

  void finish(Message testCaseFinished) {
    finished = Optional.of(testCaseFinished);
  }

  /**
   * The worst of what is known. Without an end, or without the result of a step, something is
   * unknown, so that it has not passed.
   */
  Verdict verdict(TestCase testCase) {
    Verdict worst =
        finishedSteps.stream()
            .map(step -> verdict(result(step)))
            .reduce(Verdict.PASSED, Verdict::worse);
    if (finished.isEmpty() || isMissingAResult(testCase)) {
      return worst.worse(Verdict.UNFINISHED);
    }
    // Hooks alone prove nothing.
    return testCase.hasSteps() ? worst : worst.worse(Verdict.WITHOUT_STEPS);
  }

  private boolean isMissingAResult(TestCase testCase) {
    Set<String> missing = new HashSet<>(testCase.steps().keySet());
    finishedSteps.forEach(step -> missing.remove(step.text("testStepId")));
    return testCase.lacksSteps() || !missing.isEmpty();
  }

  Attempt read(TestCase testCase) {
    return new Attempt(
        verdict(testCase),
        finishedSteps.stream().map(step -> step(testCase, step)).toList(),
        attachments.stream().map(each -> attachment(testCase, each)).toList(),
        duration());
  }

  private static StepOutcome step(TestCase testCase, Message finishedStep) {
    TestStep step = testCase.step(finishedStep.text("testStepId"));
    Message result = result(finishedStep);
    return new StepOutcome(
        step.text(),
        step.hook(),
        verdict(result),
        problem(result),
        result.duration("duration").orElse(Duration.ZERO));
  }

  /** Under the name of today, or that of the first generation of the protocol. */
  private static Message result(Message finishedStep) {
    return finishedStep
        .object("testResult")
        .orElseGet(() -> finishedStep.required("testStepResult"));
  }

  private Optional<Duration> duration() {
    Optional<Instant> start = started.timestamp();
    Optional<Instant> end = finished.flatMap(Message::timestamp);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(start.get(), end.get()));
  }

  private static Attachment attachment(TestCase testCase, Message attachment) {
    TestStep step = testCase.step(attachment.text("testStepId"));
    return attachment(step.hook() ? step.text() : "", attachment);
  }

  static Attachment attachment(String hook, Message attachment) {
    String mediaType = attachment.text("mediaType").replaceFirst(";.*", "").strip();
    String url = attachment.text("url");
    boolean external = attachment.optionalText("body").isEmpty() && !url.isEmpty();
    return new Attachment(
        hook,
        attachment.text("fileName"),
        external ? "text/uri-list" : mediaType.toLowerCase(Locale.ROOT),
        external ? url : attachment.text("body"),
        attachment.text("contentEncoding").equals("BASE64"));
  }

  static Optional<Problem> problem(Message result) {
    String message = result.text("message");
    Optional<Message> exception = result.object("exception");
    if (exception.isPresent()) {
      String type = exception.get().text("type");
      return Optional.of(
          new Problem(
              type,
              exception.get().optionalText("message").orElse(type),
              exception.get().optionalText("stackTrace").orElse(message)));
    }
    return message.isEmpty() ? Optional.empty() : Optional.of(new Problem("", message, message));
  }

  static Verdict verdict(Message result) {
    return switch (result.text("status").toUpperCase(Locale.ROOT)) {
      case "PASSED" -> Verdict.PASSED;
      case "SKIPPED" -> Verdict.SKIPPED;
      case "PENDING" -> Verdict.PENDING;
      case "UNDEFINED" -> Verdict.UNDEFINED;
      case "AMBIGUOUS" -> Verdict.AMBIGUOUS;
      case "FAILED" -> Verdict.FAILED;
      default -> Verdict.UNFINISHED; // UNKNOWN, and what a later protocol may add
    };
  }
}
