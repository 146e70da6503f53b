package dev.students.docs.internal.model;

import java.util.List;

/**
 * One row of an examples table. The anchor is the same in every run of the same feature.
 *
 * @param title the outline's name with the values of the row
 */
public record Example(String anchor, String title, List<String> values, long line) {}
