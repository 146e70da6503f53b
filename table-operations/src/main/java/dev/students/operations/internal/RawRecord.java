package dev.students.operations.internal;

import java.nio.ByteBuffer;

/**
 * A record of a file with its original bytes. Immutable, provided that the bytes are not modified.
 */
final class RawRecord {

  private final long line;
  private final byte[] bytes;
  private final Shape shape;

  /**
   * A record.
   *
   * @param line the number of its first line, from 1
   * @param bytes all of it, its line break included; taken over
   * @param shape whether it is whole
   */
  RawRecord(long line, byte[] bytes, Shape shape) {
    this.line = line;
    this.bytes = bytes;
    this.shape = shape;
  }

  enum Shape {
    /** A record terminated by a line break. */
    WHOLE,
    /** The last record of a file that does not end with a line break. */
    UNENDED,
    /** A line with an unclosed quote, or one that exceeds the maximum length. */
    BROKEN
  }

  long line() {
    return line;
  }

  byte[] bytes() {
    return bytes;
  }

  Shape shape() {
    return shape;
  }

  /** The content before the line break. */
  ByteBuffer content() {
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
      length--;
    }
    return ByteBuffer.wrap(bytes, 0, length);
  }

  /** Omits the record, which may contain personal data. */
  @Override
  public String toString() {
    return "RawRecord[line=%d, shape=%s]".formatted(line, shape);
  }
}
