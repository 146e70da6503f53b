package dev.students.docs.internal.model;

import java.util.List;

/** One examples block of a scenario outline. */
public record Examples(
    String name, String description, List<String> tags, List<String> header, List<Example> rows) {}
