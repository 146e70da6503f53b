/** Architecture rules that every module's tests include. */
@NullMarked
package dev.students.rules;

import org.jspecify.annotations.NullMarked;
