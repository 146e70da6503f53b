/** How a table is read and truncated; not for use from outside. */
@NullMarked
package dev.students.truncation.internal;

import org.jspecify.annotations.NullMarked;
