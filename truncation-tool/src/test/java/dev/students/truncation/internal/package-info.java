@NullMarked
package dev.students.truncation.internal;

import org.jspecify.annotations.NullMarked;
