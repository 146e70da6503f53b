/** Tests of single classes. */
@NullMarked
package dev.students.operations.internal;

import org.jspecify.annotations.NullMarked;
