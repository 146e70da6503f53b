@NullMarked
package dev.students.docs;

import org.jspecify.annotations.NullMarked;
