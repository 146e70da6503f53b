/**
 * Settings, stack and constructs of the CDK app; one construct a file, each with its input and its
 * output.
 */
@NullMarked
package dev.students.infra.internal;

import org.jspecify.annotations.NullMarked;
