@NullMarked
package dev.students.acceptance.internal.steps;

import org.jspecify.annotations.NullMarked;
