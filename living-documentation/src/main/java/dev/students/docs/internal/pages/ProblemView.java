package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import java.util.Optional;

/**
 * What is wrong with a run as a whole.
 *
 * @param id of its element on the page of failures
 * @param kind for style sheets and scripts
 * @param run empty when it could not be read
 * @param message may be empty
 * @param evidence what the hook that failed attached; may hold nothing
 */
public record ProblemView(
    String id,
    String kind,
    String title,
    Optional<Run> run,
    String message,
    String stackTrace,
    Optional<EvidenceView> evidence) {

  public String href() {
    return Links.to(SitePage.FAILURES.file(), id);
  }
}
