/** The profile {@code bulk}: how fast, and in how much memory, large tables are emptied. */
@NullMarked
package dev.students.truncation.bulk;

import org.jspecify.annotations.NullMarked;
