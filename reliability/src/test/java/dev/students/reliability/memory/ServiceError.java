package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/** An error that DynamoDB would answer, by its type. */
final class ServiceError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient @Nullable ArrayNode cancellationReasons;

  ServiceError(String type, String message) {
    this(type, message, null);
  }

  ServiceError(String type, String message, @Nullable ArrayNode cancellationReasons) {
    super(message);
    this.type = type;
    this.cancellationReasons = cancellationReasons;
  }

  String type() {
    return type;
  }

  @Nullable ArrayNode cancellationReasons() {
    return cancellationReasons;
  }
}
