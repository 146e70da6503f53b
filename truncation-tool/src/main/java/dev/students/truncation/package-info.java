/** Truncates non-production DynamoDB tables of any size. */
@NullMarked
package dev.students.truncation;

import org.jspecify.annotations.NullMarked;
