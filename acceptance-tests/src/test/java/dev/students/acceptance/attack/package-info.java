/**
 * The profile {@code attack}: runs on an environment of AWS, as processes, whose credentials
 * expire, whose answers are lost and which are killed. They must leave nothing behind, or say so.
 *
 * <p>{@link dev.students.acceptance.attack.AwsStandIn} is AWS to them: a proxy in front of DynamoDB
 * Local.
 */
@NullMarked
package dev.students.acceptance.attack;

import org.jspecify.annotations.NullMarked;
