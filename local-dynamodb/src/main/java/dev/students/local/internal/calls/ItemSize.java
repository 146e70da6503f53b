package dev.students.local.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item in bytes, by the rules that AWS publishes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB
 *     item sizes and formats</a>
 */
final class ItemSize {

  private static final int LIST_OR_MAP_OVERHEAD = 3;
  private static final int ELEMENT_OVERHEAD = 1;

  private ItemSize() {}

  static long of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(attribute -> text(attribute.getKey()) + value(attribute.getValue()))
        .sum();
  }

  private static long value(AttributeValue value) {
    return switch (value.type()) {
      case S -> text(value.s());
      case N -> number(value.n());
      case B -> bytes(value.b());
      case SS -> value.ss().stream().mapToLong(ItemSize::text).sum();
      case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
      case BS -> value.bs().stream().mapToLong(ItemSize::bytes).sum();
      case L -> list(value.l());
      case M -> map(value.m());
      case BOOL, NUL -> 1;
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of a type that this SDK does not know");
    };
  }

  private static long text(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static long bytes(SdkBytes bytes) {
    return bytes.asByteArrayUnsafe().length;
  }

  /** One byte for every two significant digits, without leading and trailing zeros, plus one. */
  private static long number(String number) {
    BigDecimal trimmed = new BigDecimal(number).stripTrailingZeros();
    int digits = trimmed.signum() == 0 ? 0 : trimmed.precision();
    return (digits + 1) / 2 + 1L;
  }

  private static long list(List<AttributeValue> elements) {
    return LIST_OR_MAP_OVERHEAD
        + elements.stream().mapToLong(element -> value(element) + ELEMENT_OVERHEAD).sum();
  }

  private static long map(Map<String, AttributeValue> entries) {
    return LIST_OR_MAP_OVERHEAD + of(entries) + (long) ELEMENT_OVERHEAD * entries.size();
  }
}
