/** The CDK app: a stack per environment with the students table and what belongs to it. */
@NullMarked
package dev.students.infra;

import org.jspecify.annotations.NullMarked;
