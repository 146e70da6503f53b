/**
 * Student operations on DynamoDB that neither lose nor duplicate data, nor create phantom items,
 * under retries, races and bad input. Start with {@link dev.students.data.StudentStore}.
 */
@NullMarked
package dev.students.data;

import org.jspecify.annotations.NullMarked;
