/** DynamoDB Local in this JVM, over HTTP on loopback, with the tables of a template. */
@NullMarked
package dev.students.local;

import org.jspecify.annotations.NullMarked;
