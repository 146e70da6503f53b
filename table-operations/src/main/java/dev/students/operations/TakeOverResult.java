package dev.students.operations;

/**
 * What taking a table over came to.
 *
 * @param repaired what was found, and what came of it
 * @param left what a check found in the end
 */
public record TakeOverResult(RepairResult repaired, CheckResult left) {}
