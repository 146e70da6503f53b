package dev.students.docs.internal.model;

/**
 * What runs are joined by: the feature's key and the anchor of the scenario or example within it.
 */
public record CaseId(String feature, String anchor) {}
