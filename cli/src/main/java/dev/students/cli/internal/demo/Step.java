package dev.students.cli.internal.demo;

import dev.students.data.StudentStore;
import java.util.function.Function;

/**
 * One step of the demonstration.
 *
 * @param title what it shows
 * @param command the command line that does the same
 * @param action does it, checks the answer, and says in a line what came of it
 */
record Step(String title, String command, Function<StudentStore, String> action) {}
