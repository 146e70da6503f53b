/**
 * Student operations on DynamoDB: nothing lost, doubled or phantom under retries, races and bad
 * input. {@link dev.students.data.StudentStore} is where to start.
 */
@NullMarked
package dev.students.data;

import org.jspecify.annotations.NullMarked;
