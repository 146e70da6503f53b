package dev.students.cli.internal.demo;

import dev.students.data.StudentStore;
import java.util.function.Function;

/**
 * One step of the demonstration.
 *
 * @param title what it shows
 * @param command the command line that does the same
 * @param action performs the step, checks the result, and describes it in one line
 */
record Step(String title, String command, Function<StudentStore, String> action) {}
