package dev.students.docs.internal.model;

import java.util.List;

/** What holds before each scenario of a feature or a rule. */
public record Background(String name, String description, List<Step> steps) {}
