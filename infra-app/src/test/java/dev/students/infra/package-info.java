@NullMarked
package dev.students.infra;

import org.jspecify.annotations.NullMarked;
