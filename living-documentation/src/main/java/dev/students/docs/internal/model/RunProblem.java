package dev.students.docs.internal.model;

import java.util.List;

/**
 * Why a run as a whole is not to be trusted or did not succeed, whatever became of its scenarios.
 *
 * @param title a phrase that continues "The run on staging: …"
 * @param message what is known of the cause; may be empty
 * @param attachments of the hook that failed
 */
public record RunProblem(
    ProblemKind kind,
    String title,
    String message,
    String stackTrace,
    List<Attachment> attachments) {

  public RunProblem(ProblemKind kind, String title, String message) {
    this(kind, title, message, "", List.of());
  }
}
