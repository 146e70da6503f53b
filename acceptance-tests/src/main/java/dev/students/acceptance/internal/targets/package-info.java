@NullMarked
package dev.students.acceptance.internal.targets;

import org.jspecify.annotations.NullMarked;
