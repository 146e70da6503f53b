@NullMarked
package dev.students.acceptance.internal.workspace;

import org.jspecify.annotations.NullMarked;
