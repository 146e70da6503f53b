package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.ProblemKind;
import dev.students.docs.internal.model.RunProblem;
import dev.students.docs.internal.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects how the hooks before and after a whole run ended, and what they attached. */
final class RunHooks {

  private static final class Execution {
    private final String hook;
    private final List<Attachment> attachments = new ArrayList<>();
    private Optional<Message> result = Optional.empty();

    private Execution(String hook) {
      this.hook = hook;
    }
  }

  private final List<Execution> executions = new ArrayList<>();
  private final Map<String, Execution> newestById = new HashMap<>();

  /**
   * @param hook as people read it
   */
  void start(String id, String hook) {
    newestById.put(id, add(hook));
  }

  void attach(String id, String hook, Message attachment) {
    Execution execution = newestById.computeIfAbsent(id, any -> add(hook));
    execution.attachments.add(AttemptReader.attachment(execution.hook, attachment));
  }

  void finish(String id, String hook, Message result) {
    newestById.computeIfAbsent(id, any -> add(hook)).result = Optional.of(result);
  }

  private Execution add(String hook) {
    Execution execution = new Execution(hook);
    executions.add(execution);
    return execution;
  }

  /** What hooks that did not fail attached. */
  List<Attachment> attachments() {
    return executions.stream()
        .filter(execution -> !isOpen(verdict(execution)))
        .flatMap(execution -> execution.attachments.stream())
        .toList();
  }

  /** Those that failed, and those of which the messages do not tell how they ended. */
  List<RunProblem> problems() {
    return executions.stream()
        .filter(execution -> isOpen(verdict(execution)))
        .map(RunHooks::problem)
        .toList();
  }

  private static Verdict verdict(Execution execution) {
    return execution.result.map(AttemptReader::verdict).orElse(Verdict.UNFINISHED);
  }

  private static boolean isOpen(Verdict verdict) {
    return verdict != Verdict.PASSED && verdict != Verdict.SKIPPED;
  }

  private static RunProblem problem(Execution execution) {
    Verdict verdict = verdict(execution);
    Optional<Problem> problem = execution.result.flatMap(AttemptReader::problem);
    return new RunProblem(
        ProblemKind.RUN_HOOK,
        Character.toLowerCase(execution.hook.charAt(0))
            + execution.hook.substring(1)
            + " "
            + (verdict == Verdict.FAILED ? "failed" : "is " + verdict.label()),
        problem.map(Problem::message).orElse(""),
        problem.map(Problem::stackTrace).orElse(""),
        List.copyOf(execution.attachments));
  }
}
