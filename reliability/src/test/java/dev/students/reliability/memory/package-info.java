/**
 * DynamoDB in memory, at the level of HTTP: the part that {@code data-layer} uses, with what
 * DynamoDB Local lacks, which is conflicts between transactions and an index that lags. {@code
 * MemoryDynamoDbTest} holds it equal to DynamoDB Local.
 */
@NullMarked
package dev.students.reliability.memory;

import org.jspecify.annotations.NullMarked;
