package dev.students.docs.internal.model;

import java.util.List;

/** One row of an examples table. The anchor is the same in every run of the same feature. */
public record Example(String anchor, List<String> values, long line) {}
