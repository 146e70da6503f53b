/** The targets of the program: a local folder, an endpoint, or an environment. */
@NullMarked
package dev.students.cli.internal.targets;

import org.jspecify.annotations.NullMarked;
