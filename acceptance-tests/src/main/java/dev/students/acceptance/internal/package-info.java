@NullMarked
package dev.students.acceptance.internal;

import org.jspecify.annotations.NullMarked;
