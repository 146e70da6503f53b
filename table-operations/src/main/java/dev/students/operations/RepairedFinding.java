package dev.students.operations;

/**
 * A finding, and what came of it.
 *
 * @param finding what was found
 * @param outcome what came of it
 */
public record RepairedFinding(Finding finding, RepairOutcome outcome) {}
