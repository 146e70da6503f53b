package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.ProblemKind;
import dev.students.docs.internal.model.RunProblem;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.MessageFile.UnreadableLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is wrong with a run as a whole. */
final class RunProblems {

  private static final int MOST_LINES = 10;

  private final List<RunProblem> problems = new ArrayList<>();
  private final Set<String> parameterTypes = new LinkedHashSet<>();
  private final List<UnreadableLine> unreadable = new ArrayList<>();
  private String writtenBy = "";
  private int files;
  private int starts;
  private int ends;
  private boolean endedEarly;
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
            ProblemKind.PARSE_ERROR,
            "a feature cannot be parsed" + (place.isEmpty() ? "" : ": " + place),
            error.text("message")));
  }

  void acceptUndefinedParameterType(Message undefined) {
    parameterTypes.add(
        "{" + undefined.text("name") + "} in “" + undefined.text("expression") + "”");
  }

  void acceptStart() {
    starts++;
  }

  void acceptEnd(Message testRunFinished) {
    ends++;
    if (!testRunFinished.truth("success").equals(Optional.of(true))) {
      failedEnd = Optional.of(testRunFinished);
    }
    AttemptReader.problem(testRunFinished)
        .filter(problem -> testRunFinished.object("exception").isPresent())
        .ifPresent(
            problem ->
                problems.add(
                    new RunProblem(
                        ProblemKind.EXCEPTION,
                        "it broke off",
                        problem.message(),
                        problem.stackTrace(),
                        List.of())));
  }

  /** Each run whose messages stand in a file must come to its end there. */
  void acceptEndOf(MessageFile file) {
    files++;
    endedEarly = endedEarly || ends < Math.max(1, starts);
    starts = 0;
    ends = 0;
    unreadable.addAll(file.unreadable());
  }

  Optional<UnreadableLine> firstUnreadable() {
    return unreadable.stream().findFirst();
  }

  /**
   * All problems, once the last message was read.
   *
   * @param ofHooks those of the hooks around the run
   * @param unknown what was run though the messages do not say what it is
   * @param notStarted names of scenarios that were to be run and were not
   */
  List<RunProblem> of(
      List<RunProblem> ofHooks,
      Collection<String> unknown,
      Collection<String> notStarted,
      Collection<Outcome> outcomes) {
    problems.addAll(ofHooks);
    if (!unreadable.isEmpty()) {
      problems.add(new RunProblem(ProblemKind.UNREADABLE, unreadableTitle(), unreadableLines()));
    }
    addList(
        ProblemKind.PARAMETER_TYPE,
        "a step definition uses a parameter type that is not defined",
        parameterTypes);
    addList(
        ProblemKind.INCOMPLETE,
        "its messages lack the scenarios that some results belong to",
        unknown);
    boolean nothingRun = outcomes.stream().noneMatch(outcome -> outcome.verdict().wasRun());
    if (endedEarly) {
      problems.add(
          new RunProblem(ProblemKind.ENDED_EARLY, "it ended early: scenarios may be missing", ""));
    } else if (!nothingRun) {
      addList(
          ProblemKind.INCOMPLETE, "it ended without some scenarios that it was to run", notStarted);
    }
    if (nothingRun) {
      problems.add(new RunProblem(ProblemKind.NOTHING_RUN, "no scenario was run", ""));
    }
    if (problems.isEmpty() && outcomes.stream().noneMatch(RunProblems::failsARun)) {
      failedEnd.ifPresent(end -> problems.add(reportedFailure(end)));
    }
    return List.copyOf(problems);
  }

  /** A scenario that was skipped or has no steps is no reason for a run to fail. */
  private static boolean failsARun(Outcome outcome) {
    return outcome.verdict().compareTo(Verdict.PENDING) >= 0;
  }

  private static RunProblem reportedFailure(Message end) {
    return new RunProblem(
        ProblemKind.REPORTED_FAILURE,
        end.truth("success").isPresent()
            ? "it reports that it failed, though no scenario did"
            : "it does not report that it succeeded",
        end.text("message"));
  }

  private void addList(ProblemKind kind, String title, Collection<String> lines) {
    if (!lines.isEmpty()) {
      problems.add(new RunProblem(kind, title, shortened(List.copyOf(lines))));
    }
  }

  private String unreadableTitle() {
    return (unreadable.size() == 1
            ? "line " + unreadable.get(0).number()
            : unreadable.size() + " lines")
        + " of its messages cannot be read ("
        + (writtenBy.isEmpty() ? "protocol unknown" : writtenBy)
        + ")";
  }

  private String unreadableLines() {
    return shortened(
        unreadable.stream()
            .map(
                line ->
                    (files > 1 ? line.file().getFileName() + ", " : "")
                        + "line "
                        + line.number()
                        + ": "
                        + line.reason())
            .toList());
  }

  private static String shortened(List<String> lines) {
    int more = lines.size() - MOST_LINES;
    return lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
        + (more > 0 ? "\nand " + more + " more" : "");
  }
}
