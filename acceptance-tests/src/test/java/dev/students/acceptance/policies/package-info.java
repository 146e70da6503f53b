/** Compares what the scenarios ask of DynamoDB with the policies that are deployed. */
@NullMarked
package dev.students.acceptance.policies;

import org.jspecify.annotations.NullMarked;
