@NullMarked
package dev.students.docs.internal;

import org.jspecify.annotations.NullMarked;
