package dev.students.operations.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file in an encoding in which line breaks and quotes are single bytes. A byte order mark
 * determines the encoding and is removed; UTF-16 is converted to UTF-8.
 *
 * @param in the text
 * @param charset its encoding
 * @param needsMark whether a part of the text needs a byte order mark, since its encoding may be
 *     another one than the file was said to have
 */
record EncodedInput(InputStream in, Charset charset, boolean needsMark) {

  static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] UTF_16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};

  static EncodedInput of(InputStream file, Charset told) {
    // A FileInputStream itself cannot read the first bytes of a pipe: it asks for its position.
    InputStream in = new BufferedInputStream(file);
    try {
      byte[] start = in.readNBytes(UTF_8_MARK.length);
      if (Arrays.equals(start, UTF_8_MARK)) {
        return new EncodedInput(in, StandardCharsets.UTF_8, true);
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
      boolean isMarked =
          startsWith(start, UTF_16_BIG_MARK) || startsWith(start, UTF_16_LITTLE_MARK);
      if (isMarked) {
        return inUtf8(whole, StandardCharsets.UTF_16);
      }
      if (told.equals(StandardCharsets.UTF_16)) {
        return inUtf8(whole, startsLittleEndian(start) ? StandardCharsets.UTF_16LE : told);
      }
      return told.name().startsWith("UTF-16")
          ? inUtf8(whole, told)
          : new EncodedInput(whole, told, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an ASCII character, with which headers start, has its zero byte behind it. */
  private static boolean startsLittleEndian(byte[] start) {
    return start.length > 1 && start[0] != 0 && start[1] == 0;
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static EncodedInput inUtf8(InputStream in, Charset charset) {
    return new EncodedInput(
        new Transcoded(new InputStreamReader(in, charset)), StandardCharsets.UTF_8, true);
  }

  /** Converts characters to UTF-8. Not thread-safe. */
  private static final class Transcoded extends InputStream {

    private static final int CHARACTERS = 8192;

    private final Reader reader;
    private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    Transcoded(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(into, offset, count);
      return count;
    }

    private boolean fill() throws IOException {
      while (!bytes.hasRemaining()) {
        if (reader.read(characters) < 0) {
          return false;
        }
        characters.flip();
        // The first half of a surrogate pair waits for the second.
        int last = characters.limit() - 1;
        boolean isHalf = last > 0 && Character.isHighSurrogate(characters.get(last));
        characters.limit(isHalf ? last : last + 1);
        bytes = StandardCharsets.UTF_8.encode(characters);
        characters.limit(last + 1);
        characters.compact();
      }
      return true;
    }
  }
}
