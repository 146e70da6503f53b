@NullMarked
package dev.students.local.internal;

import org.jspecify.annotations.NullMarked;
