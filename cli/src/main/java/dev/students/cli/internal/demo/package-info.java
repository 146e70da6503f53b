/** The demonstration: every operation for real, with what it costs. */
@NullMarked
package dev.students.cli.internal.demo;

import org.jspecify.annotations.NullMarked;
