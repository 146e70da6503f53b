/** The profile {@code bulk}: speed and memory of truncating large tables. */
@NullMarked
package dev.students.truncation.bulk;

import org.jspecify.annotations.NullMarked;
