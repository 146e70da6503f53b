/**
 * A small library of books and its Cucumber steps: what the fixtures of this module's tests are
 * about.
 */
@NullMarked
package dev.students.docs.library;

import org.jspecify.annotations.NullMarked;
