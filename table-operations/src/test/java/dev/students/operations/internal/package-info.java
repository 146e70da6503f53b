/** Tests of single parts. */
@NullMarked
package dev.students.operations.internal;

import org.jspecify.annotations.NullMarked;
