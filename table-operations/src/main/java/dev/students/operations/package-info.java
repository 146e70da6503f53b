/**
 * Whole tables of students, for whoever operates one: list, export, import, check, repair, take
 * over. A service does not need any of it.
 *
 * <p>All operations stream: their memory does not grow with the table. What they tell carries ids,
 * never names or addresses, unless it says so. Failures of AWS arrive as the SDK's own exceptions,
 * after throttling and server errors were answered by slowing down and trying again.
 */
@NullMarked
package dev.students.operations;

import org.jspecify.annotations.NullMarked;
