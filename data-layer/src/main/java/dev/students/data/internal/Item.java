package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.InvalidValueException;
import dev.students.data.MalformedItemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as DynamoDB returned it; empty if there was none. Reading an invalid attribute throws a
 * {@link MalformedItemException}.
 */
record Item(Map<String, AttributeValue> attributes) {

  boolean isEmpty() {
    return attributes.isEmpty();
  }

  Optional<AttributeValue> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  <T> Optional<T> text(String name, Function<String, T> reader) {
    AttributeValue value = attributes.get(name);
    return value == null ? Optional.empty() : Optional.of(text(name, value, reader));
  }

  <T> T requiredText(String name, Function<String, T> reader) {
    return text(name, present(name), reader);
  }

  private <T> T text(String name, AttributeValue value, Function<String, T> reader) {
    return read(name, required(name, value.s(), "is not a string"), reader);
  }

  Optional<Instant> instant(String name) {
    return text(name, Timestamps::parse);
  }

  Optional<Long> number(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? Optional.empty() : Optional.of(number(name, value));
  }

  long requiredNumber(String name) {
    return number(name, present(name));
  }

  private long number(String name, AttributeValue value) {
    return read(
        name,
        required(name, value.n(), "is not a number"),
        digits -> new BigDecimal(digits).longValueExact());
  }

  boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && required(name, value.bool(), "is not a boolean");
  }

  private AttributeValue present(String name) {
    return required(name, attributes.get(name), "is missing");
  }

  MalformedItemException malformed(String attribute, String problem) {
    return new MalformedItemException(keyText(), attribute, problem);
  }

  private <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (InvalidValueException e) {
      throw malformed(name, e.rule());
    } catch (DateTimeParseException e) {
      throw malformed(name, "is not an ISO 8601 instant");
    } catch (ArithmeticException e) {
      throw malformed(name, "is not a 64-bit integer");
    }
  }

  private <T> T required(String name, @Nullable T value, String problem) {
    if (value == null) {
      throw malformed(name, problem);
    }
    return value;
  }

  /** The item's key without personal data. */
  String keyText() {
    return Keys.printable(keyPart(PARTITION_KEY), keyPart(SORT_KEY));
  }

  private String keyPart(String name) {
    return attribute(name).map(AttributeValue::s).orElse("");
  }

  /** Shows only the key, because other attributes can be personal data. */
  @Override
  public String toString() {
    return "Item[" + keyText() + "]";
  }
}
