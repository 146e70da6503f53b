/** Attacks on {@code data-layer} from outside, and what they have in common. */
@NullMarked
package dev.students.reliability;

import org.jspecify.annotations.NullMarked;
