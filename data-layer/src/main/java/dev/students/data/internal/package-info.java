/**
 * How the store works; no promise is made about it. The operations are pure: from what was read and
 * what is asked to a request, and from an answer to a value. {@link
 * dev.students.data.internal.Session} alone talks to DynamoDB.
 */
@NullMarked
package dev.students.data.internal;

import org.jspecify.annotations.NullMarked;
