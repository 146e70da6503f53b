package dev.students.docs.internal.model;

import java.util.List;
import java.util.Map;

/**
 * All that was read of one run.
 *
 * @param whole whether the run was given all features and came to its end, so that a feature that
 *     it lacks is gone
 * @param notices what a reader must know of the run itself: a failed hook, a feature that does not
 *     parse, an early end
 */
public record RunReading(
    Run run,
    List<Feature> features,
    Map<CaseId, Outcome> outcomes,
    boolean whole,
    List<String> notices) {}
