/**
 * The profile {@code attack}: runs as separate processes on a simulated environment of AWS that
 * expire their credentials, lose responses or are killed. They must leave nothing behind, or report
 * it.
 *
 * <p>{@link dev.students.acceptance.attack.AwsStandIn} simulates AWS with a proxy in front of
 * DynamoDB Local.
 */
@NullMarked
package dev.students.acceptance.attack;

import org.jspecify.annotations.NullMarked;
