package dev.students.operations;

/**
 * The result of a take-over.
 *
 * @param repaired the findings and their outcomes
 * @param left the result of the final check
 */
public record TakeOverResult(RepairResult repaired, CheckResult left) {}
