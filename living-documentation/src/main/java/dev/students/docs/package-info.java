/** Living documentation: a static site from the Cucumber messages of one or many runs. */
@NullMarked
package dev.students.docs;

import org.jspecify.annotations.NullMarked;
