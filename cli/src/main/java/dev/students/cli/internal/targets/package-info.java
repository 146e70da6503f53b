/** Where the program works: a local folder, an endpoint, or an environment. */
@NullMarked
package dev.students.cli.internal.targets;

import org.jspecify.annotations.NullMarked;
