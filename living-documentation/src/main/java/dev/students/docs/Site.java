package dev.students.docs;

import java.nio.file.Path;

/**
 * A site that was written, and what it tells at a glance.
 *
 * @param start its start page
 * @param pages number of pages
 * @param bytes size of all its files
 * @param rules number of rules
 * @param openRules how many of them failed or prove nothing
 * @param scenarios number of scenarios and examples
 * @param openScenarios how many of them failed or prove nothing
 * @param problems of runs as a whole: what cannot be read, a failed hook, an early end …
 * @param green whether something was put to the test, all of it passed, and there is no problem
 */
public record Site(
    Path start,
    int pages,
    long bytes,
    int rules,
    int openRules,
    int scenarios,
    int openScenarios,
    int problems,
    boolean green) {}
