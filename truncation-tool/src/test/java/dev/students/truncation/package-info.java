@NullMarked
package dev.students.truncation;

import org.jspecify.annotations.NullMarked;
