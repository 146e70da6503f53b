/** What the tests of several modules share. */
@NullMarked
package dev.students.testing;

import org.jspecify.annotations.NullMarked;
