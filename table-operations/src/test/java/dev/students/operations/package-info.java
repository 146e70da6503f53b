/** Tests of whole-table operations, on DynamoDB Local. */
@NullMarked
package dev.students.operations;

import org.jspecify.annotations.NullMarked;
