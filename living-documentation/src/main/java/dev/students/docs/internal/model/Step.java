package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;

/** A step as it is written in the feature file; {@code rows} is empty when it has no data table. */
public record Step(
    String keyword, String text, Optional<String> docString, List<List<String>> rows) {}
