package dev.students.acceptance.internal.report;

/**
 * A reason other than a failed scenario why a run did not pass: an interruption or a failed
 * clean-up.
 *
 * @param name a short heading
 * @param message what happened, what may be left behind, and what to do
 */
public record RunProblem(String name, String message) {}
