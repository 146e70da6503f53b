package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import io.cucumber.messages.types.AttachmentContentEncoding;
import io.cucumber.messages.types.Hook;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how one attempt at a scenario or example ended. */
record CaseReader(Query query, Map<String, String> keywordByNode) {

  private static final String HOOK = "A hook of the test code";

  Verdict verdict(TestCaseStarted started, Pickle pickle) {
    if (query.findTestCaseFinishedBy(started).isEmpty()) {
      return Verdict.UNFINISHED;
    }
    Verdict verdict =
        query
            .findMostSevereTestStepResultBy(started)
            .map(result -> verdict(result.getStatus()))
            .orElse(Verdict.UNDEFINED);
    // Hooks alone prove nothing: a scenario without steps is not written yet.
    boolean empty = pickle.getSteps().isEmpty();
    return empty && verdict == Verdict.PASSED ? Verdict.UNDEFINED : verdict;
  }

  Detail detail(TestCaseStarted started) {
    List<StepOutcome> steps = new ArrayList<>();
    List<Attachment> attachments = new ArrayList<>();
    for (Map.Entry<TestStepFinished, TestStep> entry :
        query.findTestStepFinishedAndTestStepBy(started)) {
      steps.add(step(entry.getValue(), entry.getKey().getTestStepResult()));
      query.findAttachmentsBy(entry.getKey()).stream()
          .map(CaseReader::attachment)
          .forEach(attachments::add);
    }
    return new Detail(List.copyOf(steps), List.copyOf(attachments));
  }

  private StepOutcome step(TestStep step, TestStepResult result) {
    return new StepOutcome(
        query.findPickleStepBy(step).map(this::text).orElseGet(() -> hook(step)),
        verdict(result.getStatus()),
        problem(result));
  }

  private String text(PickleStep step) {
    String keyword = keywordByNode.get(step.getAstNodeIds().get(0));
    return keyword == null ? step.getText() : keyword + " " + step.getText();
  }

  private String hook(TestStep step) {
    return query
        .findHookBy(step)
        .flatMap(Hook::getType)
        .map(
            type ->
                switch (type) {
                  case BEFORE_TEST_CASE -> "A hook before the scenario";
                  case AFTER_TEST_CASE -> "A hook after the scenario";
                  case BEFORE_TEST_STEP -> "A hook before a step";
                  case AFTER_TEST_STEP -> "A hook after a step";
                  case BEFORE_TEST_RUN, AFTER_TEST_RUN -> HOOK;
                })
        .orElse(HOOK);
  }

  private static Optional<Problem> problem(TestStepResult result) {
    String message = result.getMessage().orElse("");
    if (result.getException().isPresent()) {
      io.cucumber.messages.types.Exception e = result.getException().get();
      return Optional.of(
          new Problem(
              e.getType(), e.getMessage().orElse(e.getType()), e.getStackTrace().orElse(message)));
    }
    return message.isEmpty() ? Optional.empty() : Optional.of(new Problem("", message, message));
  }

  private static Attachment attachment(io.cucumber.messages.types.Attachment attachment) {
    return new Attachment(
        attachment.getFileName().orElse(""),
        attachment.getMediaType(),
        attachment.getBody(),
        attachment.getContentEncoding() == AttachmentContentEncoding.BASE64);
  }

  private static Verdict verdict(TestStepResultStatus status) {
    return switch (status) {
      case PASSED -> Verdict.PASSED;
      case SKIPPED -> Verdict.SKIPPED;
      case PENDING -> Verdict.PENDING;
      case UNDEFINED -> Verdict.UNDEFINED;
      case AMBIGUOUS -> Verdict.AMBIGUOUS;
      case FAILED -> Verdict.FAILED;
      case UNKNOWN -> Verdict.UNFINISHED;
    };
  }
}
