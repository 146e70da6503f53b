/**
 * Operations on whole tables of students, for operators: list, export, import, check, repair, take
 * over. Services do not need them.
 *
 * <p>All operations are streaming: their memory use does not depend on the size of the table. Their
 * output contains ids but no names or addresses, unless documented otherwise. Throttling and server
 * errors are retried at a reduced rate; other failures of AWS are reported as the SDK's own
 * exceptions.
 */
@NullMarked
package dev.students.operations;

import org.jspecify.annotations.NullMarked;
