@NullMarked
package dev.students.acceptance.internal.console;

import org.jspecify.annotations.NullMarked;
