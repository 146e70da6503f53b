package dev.students.docs.internal.model;

import java.util.Optional;

/**
 * How a step, or a hook, ended.
 *
 * @param index its place among the scenario's own steps; empty for hooks and steps of a background
 * @param text as it was run, with an example's values
 */
public record StepOutcome(
    Optional<Integer> index, String text, Verdict verdict, Optional<Problem> problem) {}
