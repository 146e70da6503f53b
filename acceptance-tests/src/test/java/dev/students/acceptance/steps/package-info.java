@NullMarked
package dev.students.acceptance.steps;

import org.jspecify.annotations.NullMarked;
