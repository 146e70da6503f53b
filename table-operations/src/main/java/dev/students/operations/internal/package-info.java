/** The implementation of the operations, which is not part of the API. */
@NullMarked
package dev.students.operations.internal;

import org.jspecify.annotations.NullMarked;
