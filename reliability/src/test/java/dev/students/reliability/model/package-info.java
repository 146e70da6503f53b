/**
 * What the store should do, in memory and exactly, and random sequences of calls that are compared
 * with it.
 */
@NullMarked
package dev.students.reliability.model;

import org.jspecify.annotations.NullMarked;
