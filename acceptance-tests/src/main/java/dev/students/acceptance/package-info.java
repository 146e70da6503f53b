/** Runs the Cucumber features of the student operations against a target. */
@NullMarked
package dev.students.acceptance;

import org.jspecify.annotations.NullMarked;
