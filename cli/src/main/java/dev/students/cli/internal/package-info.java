/** How the program runs, and how it speaks of what went wrong. */
@NullMarked
package dev.students.cli.internal;

import org.jspecify.annotations.NullMarked;
