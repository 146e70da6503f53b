/** The output of the program, as text and as JSON. */
@NullMarked
package dev.students.cli.internal.output;

import org.jspecify.annotations.NullMarked;
