package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.RunProblem;
import dev.students.docs.internal.model.RunProblem.Kind;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.MessageFile.UnreadableLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is wrong with a run as a whole. */
final class RunProblems {

  private static final int MOST_LINES = 10;

  private final List<RunProblem> problems = new ArrayList<>();
  private String writtenBy = "";
  private Optional<Message> end = Optional.empty();
  private Optional<Message> failedEnd = Optional.empty();

  void acceptMeta(Message meta) {
    Optional<Message> implementation = meta.object("implementation");
    writtenBy =
        "protocol "
            + meta.optionalText("protocolVersion").orElse("unknown")
            + implementation
                .map(by -> ", " + by.text("name") + " " + by.text("version"))
                .orElse("");
  }

  void acceptParseError(Message error) {
    String place =
        error
            .object("source")
            .map(
                source -> {
                  long line = source.line();
                  return source.text("uri") + (line > 0 ? ":" + line : "");
                })
            .orElse("");
    problems.add(
        new RunProblem(
            Kind.PARSE_ERROR,
            "a feature cannot be parsed" + (place.isEmpty() ? "" : ": " + place),
            error.text("message")));
  }

  /** Returns whether the hook failed. */
  boolean acceptRunHook(String hook, Message result, List<Attachment> attachments) {
    Verdict verdict = AttemptReader.verdict(result);
    if (verdict == Verdict.PASSED || verdict == Verdict.SKIPPED) {
      return false;
    }
    Optional<Problem> problem = AttemptReader.problem(result);
    problems.add(
        new RunProblem(
            Kind.RUN_HOOK,
            Character.toLowerCase(hook.charAt(0))
                + hook.substring(1)
                + " "
                + (verdict == Verdict.FAILED ? "failed" : "is " + verdict.label()),
            problem.map(Problem::message).orElse(""),
            problem.map(Problem::stackTrace).orElse(""),
            attachments));
    return true;
  }

  /** Where the messages of several runs were joined, each must come to its end. */
  void acceptStart() {
    end = Optional.empty();
  }

  void acceptEnd(Message testRunFinished) {
    end = Optional.of(testRunFinished);
    if (testRunFinished.truth("success").equals(Optional.of(false))) {
      failedEnd = end;
    }
    AttemptReader.problem(testRunFinished)
        .filter(problem -> testRunFinished.object("exception").isPresent())
        .ifPresent(
            problem ->
                problems.add(
                    new RunProblem(
                        Kind.EXCEPTION,
                        "it broke off",
                        problem.message(),
                        problem.stackTrace(),
                        List.of())));
  }

  /** All problems, once the last message was read. */
  List<RunProblem> of(
      List<UnreadableLine> unreadable, Set<String> unknown, Collection<Outcome> outcomes) {
    addUnreadable(unreadable);
    if (!unknown.isEmpty()) {
      problems.add(
          new RunProblem(
              Kind.INCOMPLETE,
              "its messages lack the scenarios that some results belong to",
              unknown.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))));
    }
    if (end.isEmpty()) {
      problems.add(
          new RunProblem(Kind.ENDED_EARLY, "it ended early: scenarios may be missing", ""));
    }
    if (outcomes.stream().noneMatch(outcome -> outcome.verdict().wasRun())) {
      problems.add(new RunProblem(Kind.NOTHING_RUN, "no scenario was run", ""));
    }
    boolean told =
        !problems.isEmpty() || outcomes.stream().anyMatch(each -> each.verdict().isOpen());
    if (!told && failedEnd.isPresent()) {
      problems.add(
          new RunProblem(
              Kind.REPORTED_FAILURE,
              "it reports that it failed, though no scenario did",
              failedEnd.get().text("message")));
    }
    return List.copyOf(problems);
  }

  private void addUnreadable(List<UnreadableLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String told =
        lines.stream()
            .limit(MOST_LINES)
            .map(line -> "line " + line.number() + ": " + line.reason())
            .collect(Collectors.joining("\n"));
    int more = lines.size() - MOST_LINES;
    String title =
        lines.size() == 1
            ? "line " + lines.get(0).number() + " of its messages cannot be read"
            : lines.size() + " lines of its messages cannot be read";
    problems.add(
        new RunProblem(
            Kind.UNREADABLE,
            title + " (" + (writtenBy.isEmpty() ? "protocol unknown" : writtenBy) + ")",
            told + (more > 0 ? "\nand " + more + " more" : "")));
  }
}
