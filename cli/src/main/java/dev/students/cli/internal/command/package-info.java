/** The commands. */
@NullMarked
package dev.students.cli.internal.command;

import org.jspecify.annotations.NullMarked;
