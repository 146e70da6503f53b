@NullMarked
package dev.students.infra.internal.restore;

import org.jspecify.annotations.NullMarked;
