/**
 * Restores a table from point-in-time recovery in steps that can be interrupted and run again. Uses
 * the AWS SDK only, and nothing of the CDK.
 */
@NullMarked
package dev.students.infra.internal.restore;

import org.jspecify.annotations.NullMarked;
