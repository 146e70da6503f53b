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

  /** Whether anything could not be written, for any reason. */
  boolean hasFailed() {
    return failure != null;
  }

  /** The reason why it could not be written, unless the reader has closed the pipe. */
  Optional<IOException> failure() {
    IOException first = failure;
    return Optional.ofNullable(first).filter(e -> !isClosedPipe(e));
  }

  /**
   * Recognizes it by the text of the operating system, because Java has no type for it. The script
   * ensures that the text is English.
   */
  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe");
  }
}
