@NullMarked
package dev.students.requests;

import org.jspecify.annotations.NullMarked;
