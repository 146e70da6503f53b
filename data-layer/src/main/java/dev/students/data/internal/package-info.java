/**
 * The implementation of the store, which is not part of the API. The operations are pure functions:
 * from what was read and what is requested to a request, and from a response to a result. Only
 * {@link dev.students.data.internal.Session} sends requests to DynamoDB.
 */
@NullMarked
package dev.students.data.internal;

import org.jspecify.annotations.NullMarked;
