package dev.students.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A line of an imported file that was not taken in.
 *
 * @param line its number in the file, from 1; of several lines that are one record, the first
 * @param reason why
 * @param field the column that is wrong, as the header of an export names it; {@code line} when it
 *     is none in particular
 * @param rule what is wrong, as a predicate, for example {@code must not be blank}; holds no value
 * @param raw the line as it was
 */
public record RejectedLine(long line, Refusal reason, String field, String rule, Raw raw) {

  /**
   * The line as it was, to be written to a file of rejected lines; it may hold personal data. Of a
   * file in UTF-16 it is in UTF-8; of a line longer than 64 KB it is the beginning.
   */
  public static final class Raw {

    private final byte[] bytes;

    /** Takes the bytes over. */
    public Raw(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
      return bytes.length == 0;
    }

    /**
     * Writes it, ended by a line break.
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

    /** Without the line: it may hold personal data. */
    @Override
    public String toString() {
      return "…";
    }
  }
}
