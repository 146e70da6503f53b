/** What the data layer costs beside the same requests written by hand with the bare SDK. */
@NullMarked
package dev.students.benchmarks;

import org.jspecify.annotations.NullMarked;
