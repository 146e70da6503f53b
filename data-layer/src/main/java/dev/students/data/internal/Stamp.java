package dev.students.data.internal;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What makes one built request itself: when it was built, and its client request token. Repeated,
 * it is the same request to the byte; built anew, it needs another stamp.
 */
record Stamp(Instant time, String token) {

  AttributeValue timeValue() {
    return AttributeValue.fromS(time.toString());
  }
}
