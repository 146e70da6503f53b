@NullMarked
package dev.students.docs.internal.reading;

import org.jspecify.annotations.NullMarked;
