@NullMarked
package dev.students.docs.internal.failures;

import org.jspecify.annotations.NullMarked;
