/** The program's execution and its handling of signals. */
@NullMarked
package dev.students.cli.internal;

import org.jspecify.annotations.NullMarked;
