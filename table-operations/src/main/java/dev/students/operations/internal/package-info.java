/** How the operations work; no promise is made about it. */
@NullMarked
package dev.students.operations.internal;

import org.jspecify.annotations.NullMarked;
