@NullMarked
package dev.students.acceptance.internal.target;

import org.jspecify.annotations.NullMarked;
