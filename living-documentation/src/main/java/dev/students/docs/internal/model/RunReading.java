package dev.students.docs.internal.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that was read of one run.
 *
 * @param problems what is wrong with the run itself
 * @param hookAttachments what hooks around the whole run attached
 */
public record RunReading(
    Run run,
    List<Feature> features,
    Map<CaseId, Outcome> outcomes,
    List<RunProblem> problems,
    List<Attachment> hookAttachments) {

  RunReading withProblems(List<RunProblem> more) {
    return new RunReading(
        run,
        features,
        outcomes,
        Stream.concat(problems.stream(), more.stream()).toList(),
        hookAttachments);
  }

  /**
   * Whether the run was given all features and came to its end, so that a feature that it lacks is
   * gone.
   */
  public boolean isWhole() {
    return !run.partial() && problems.stream().noneMatch(each -> each.kind().leavesGaps());
  }
}
