/** The implementation of the truncation, which is not part of the API. */
@NullMarked
package dev.students.truncation.internal;

import org.jspecify.annotations.NullMarked;
