@NullMarked
package dev.students.local.internal.calls;

import org.jspecify.annotations.NullMarked;
