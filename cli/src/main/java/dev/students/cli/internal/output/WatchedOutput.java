package dev.students.cli.internal.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An output that remembers its first failure: a {@link java.io.PrintStream} around it only says
 * that there was one, and a reader that closes a pipe early is not a failure.
 */
final class WatchedOutput extends FilterOutputStream {

  private volatile @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      throw e;
    }
  }

  /** Whether anything could not be written, for whatever reason. */
  boolean hasFailed() {
    return failure != null;
  }

  /** Why it could not be written, unless the reader at the other end of a pipe has gone. */
  Optional<IOException> failure() {
    IOException first = failure;
    return Optional.ofNullable(first).filter(e -> !isClosedPipe(e));
  }

  /** By the text, which is the system's: Java has no type for it. The script sees to English. */
  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe");
  }
}
