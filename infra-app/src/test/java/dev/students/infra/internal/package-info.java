@NullMarked
package dev.students.infra.internal;

import org.jspecify.annotations.NullMarked;
