package dev.students.operations.internal;

import dev.students.operations.internal.RawRecord.Shape;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Divides a file into records as they stand there, so that a bad one can be told by its line and
 * kept as it is. A quoted value may have line breaks. A quote that is not closed spoils its own
 * line only: what follows is read as if it had not been there. Not thread-safe.
 *
 * <p>It looks at bytes: line breaks, quotes and separators are the same bytes in UTF-8, in all
 * encodings of ISO 8859 and Windows, and in the usual East Asian ones.
 */
final class RecordSplitter {

  static final int LONGEST = 64 * 1024;

  private final PushbackInputStream in;
  private final OptionalInt separator;
  private final ByteArrayOutputStream record = new ByteArrayOutputStream(256);
  private long line = 1;
  private long bytes;

  /**
   * Creates a splitter of the given file.
   *
   * @param separator the separator of values; empty if quotes have no meaning
   */
  RecordSplitter(InputStream in, OptionalInt separator) {
    this.in = new PushbackInputStream(new BufferedInputStream(in, LONGEST), LONGEST + 2);
    this.separator = separator;
  }

  /** The number of bytes read. */
  long bytes() {
    return bytes;
  }

  /** The next record. Empty at the end. */
  Optional<RawRecord> next() {
    try {
      record.reset();
      Quoting quoting = new Quoting(separator);
      int firstBreak = 0;
      int lines = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        record.write(c);
        if (c == '\r') {
          takeLineFeed();
        }
        boolean isBreak = c == '\n' || c == '\r';
        lines += isBreak ? 1 : 0;
        firstBreak = isBreak && firstBreak == 0 ? record.size() : firstBreak;
        quoting.next(c);
        if (isBreak && !quoting.isOpen()) {
          return Optional.of(take(record.size(), lines, Shape.WHOLE));
        }
        if (record.size() >= LONGEST) {
          return Optional.of(broken(firstBreak));
        }
      }
      return atEnd(quoting, firstBreak);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<RawRecord> atEnd(Quoting quoting, int firstBreak) throws IOException {
    if (record.size() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        quoting.isOpen() && firstBreak > 0
            ? broken(firstBreak)
            : take(record.size(), 1, Shape.UNENDED));
  }

  private void takeLineFeed() throws IOException {
    int next = in.read();
    if (next == '\n') {
      record.write(next);
    } else if (next >= 0) {
      in.unread(next);
    }
  }

  /** Returns the first line only, and puts the rest back. */
  private RawRecord broken(int firstBreak) throws IOException {
    if (firstBreak > 0) {
      return take(firstBreak, 1, Shape.BROKEN);
    }
    // One line longer than is taken: its rest is read over, and what is kept is its beginning.
    int c = in.read();
    while (c >= 0 && c != '\n' && c != '\r') {
      bytes++;
      c = in.read();
    }
    if (c == '\r') {
      record.write(c);
      takeLineFeed();
    } else if (c == '\n') {
      record.write(c);
    }
    return take(record.size(), 1, Shape.BROKEN);
  }

  private RawRecord take(int length, int lines, Shape shape) throws IOException {
    byte[] all = record.toByteArray();
    in.unread(all, length, all.length - length);
    RawRecord taken = new RawRecord(line, Arrays.copyOf(all, length), shape);
    line += lines;
    bytes += length;
    return taken;
  }

  /** Whether a byte is within quotes, which have a meaning only at the start of a value. */
  private static final class Quoting {

    private final OptionalInt separator;
    private boolean open;
    private boolean atStart = true;

    /** The state after a quote within quotes, which closes them unless another follows. */
    private boolean closing;

    Quoting(OptionalInt separator) {
      this.separator = separator;
    }

    void next(int c) {
      if (separator.isEmpty()) {
        return;
      }
      boolean isSeparator = c == separator.getAsInt();
      if (closing) {
        closing = false;
        open = c == '"';
        atStart = isSeparator;
      } else if (open) {
        closing = c == '"';
      } else if (c == '"' && atStart) {
        open = true;
      } else {
        atStart = isSeparator;
      }
    }

    boolean isOpen() {
      return open && !closing;
    }
  }
}
