package dev.students.docs.internal.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How a step, or a hook, ended.
 *
 * @param text as it was run, with an example's values
 */
public record StepOutcome(
    String text, boolean hook, Verdict verdict, Optional<Problem> problem, Duration duration) {}
