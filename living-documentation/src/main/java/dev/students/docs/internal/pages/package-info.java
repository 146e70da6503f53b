@NullMarked
package dev.students.docs.internal.pages;

import org.jspecify.annotations.NullMarked;
