@NullMarked
package dev.students.acceptance.internal.report;

import org.jspecify.annotations.NullMarked;
