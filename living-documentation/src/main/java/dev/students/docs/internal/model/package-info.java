@NullMarked
package dev.students.docs.internal.model;

import org.jspecify.annotations.NullMarked;
