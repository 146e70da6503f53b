package dev.students.docs.internal.model;

import java.util.Optional;

/** How a scenario or example ended in one run. */
public record Outcome(Run run, Verdict verdict, Optional<Detail> detail) {}
