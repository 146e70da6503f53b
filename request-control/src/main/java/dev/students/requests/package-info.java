/** How programs that work on whole tables send requests: repeated, and within a limit. */
@NullMarked
package dev.students.requests;

import org.jspecify.annotations.NullMarked;
