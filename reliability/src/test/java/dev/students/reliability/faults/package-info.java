/** What a network and DynamoDB do on bad days, at the HTTP client. */
@NullMarked
package dev.students.reliability.faults;

import org.jspecify.annotations.NullMarked;
