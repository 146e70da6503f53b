/** The command-line program: {@link dev.students.cli.Students}. */
@NullMarked
package dev.students.cli;

import org.jspecify.annotations.NullMarked;
