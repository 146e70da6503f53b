/** Processes that are killed amid their work, and processes that do the same work at once. */
@NullMarked
package dev.students.reliability.processes;

import org.jspecify.annotations.NullMarked;
