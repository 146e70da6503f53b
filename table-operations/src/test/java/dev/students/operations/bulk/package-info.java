/**
 * The profile {@code bulk}: how fast, and in how much memory, large tables and files are handled.
 */
@NullMarked
package dev.students.operations.bulk;

import org.jspecify.annotations.NullMarked;
