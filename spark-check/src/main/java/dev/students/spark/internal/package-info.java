/** How the job reads, groups and judges. */
@NullMarked
package dev.students.spark.internal;

import org.jspecify.annotations.NullMarked;
