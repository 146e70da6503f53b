package dev.students.acceptance.internal.report;

/**
 * Why a run did not pass that is not the fault of a scenario: an interruption, or a clean-up that
 * failed.
 *
 * @param name a short heading
 * @param message what happened, what may be left, and what to do
 */
public record RunProblem(String name, String message) {}
