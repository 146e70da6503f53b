/** Truncates a non-production DynamoDB table of any size, and only that. */
@NullMarked
package dev.students.truncation;

import org.jspecify.annotations.NullMarked;
