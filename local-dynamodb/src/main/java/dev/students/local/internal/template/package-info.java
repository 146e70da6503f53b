@NullMarked
package dev.students.local.internal.template;

import org.jspecify.annotations.NullMarked;
