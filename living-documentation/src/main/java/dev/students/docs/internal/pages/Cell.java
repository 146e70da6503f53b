package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import java.util.Optional;

/**
 * A rule in one environment.
 *
 * @param run the newest run that gave this verdict; empty when not run
 * @param partsFrom an older run that the verdict also rests on, the oldest of them: some scenarios
 *     were not run since
 * @param lastHeld the newest run in which all of the rule passed
 */
public record Cell(
    String environment,
    Verdict verdict,
    Optional<Run> run,
    Optional<Run> partsFrom,
    Optional<Run> lastHeld,
    int knownRuns) {}
