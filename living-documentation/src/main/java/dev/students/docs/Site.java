package dev.students.docs;

import java.nio.file.Path;

/**
 * A site that was written.
 *
 * @param start its start page
 * @param pages number of pages
 * @param bytes size of all its files
 * @param rules number of rules it tells of
 * @param openRules how many of them failed or prove nothing
 */
public record Site(Path start, int pages, long bytes, int rules, int openRules) {}
