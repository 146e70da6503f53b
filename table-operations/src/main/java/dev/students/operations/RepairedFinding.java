package dev.students.operations;

/**
 * A finding and its outcome.
 *
 * @param finding the finding
 * @param outcome its outcome
 */
public record RepairedFinding(Finding finding, RepairOutcome outcome) {}
