/**
 * The check of a table as an Apache Spark job over an export that DynamoDB made to S3, for tables
 * that one machine takes too long to read. The rules are those of {@code table-operations}.
 */
@NullMarked
package dev.students.spark;

import org.jspecify.annotations.NullMarked;
