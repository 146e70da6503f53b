/** Compares the requests of the scenarios to DynamoDB with the deployed policies. */
@NullMarked
package dev.students.acceptance.policies;

import org.jspecify.annotations.NullMarked;
