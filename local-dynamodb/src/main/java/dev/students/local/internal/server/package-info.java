@NullMarked
package dev.students.local.internal.server;

import org.jspecify.annotations.NullMarked;
