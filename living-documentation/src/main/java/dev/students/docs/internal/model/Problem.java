package dev.students.docs.internal.model;

/** What a step threw; {@code type} is empty when the messages do not tell. */
public record Problem(String type, String message, String stackTrace) {}
