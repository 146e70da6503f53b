@NullMarked
package dev.students.spark;

import org.jspecify.annotations.NullMarked;
