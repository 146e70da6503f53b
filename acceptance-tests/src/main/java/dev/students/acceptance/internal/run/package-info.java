@NullMarked
package dev.students.acceptance.internal.run;

import org.jspecify.annotations.NullMarked;
