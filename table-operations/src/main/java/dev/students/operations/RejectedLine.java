package dev.students.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A line of an imported file that was refused.
 *
 * @param line its number in the file, counted from 1; for a record of several lines, that of the
 *     first
 * @param reason the reason
 * @param field the invalid column, named as in the header of an export; {@code line} if it is not a
 *     particular column
 * @param rule the violated rule as a predicate, for example {@code must not be blank}; contains no
 *     value
 * @param raw the original line
 */
public record RejectedLine(long line, Refusal reason, String field, String rule, Raw raw) {

  /**
   * The original line, to be written to a file of rejected lines. It may contain personal data. For
   * a file in UTF-16 it is converted to UTF-8, and the header then has a byte order mark; of a line
   * longer than 64 KB it is only the beginning.
   */
  public static final class Raw {

    private final byte[] bytes;

    /** Takes ownership of the bytes. */
    public Raw(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Whether the line is empty. */
    public boolean isEmpty() {
      return bytes.length == 0;
    }

    /**
     * Writes the line, terminated by a line break.
     *
     * @throws UncheckedIOException when the stream cannot be written to
     */
    public void writeTo(OutputStream out) {
      try {
        out.write(bytes);
        if (bytes.length == 0 || !isLineBreak(bytes[bytes.length - 1])) {
          out.write('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static boolean isLineBreak(byte last) {
      return last == '\n' || last == '\r';
    }

    /** Omits the line, which may contain personal data. */
    @Override
    public String toString() {
      return "…";
    }
  }
}
