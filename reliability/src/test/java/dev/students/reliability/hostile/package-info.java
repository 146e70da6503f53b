/** What nobody should give and no table should hold, and what must not be told of either. */
@NullMarked
package dev.students.reliability.hostile;

import org.jspecify.annotations.NullMarked;
