package dev.students.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects rejected lines as they were in a file with the same header, to be corrected and imported
 * again. The file is created, or an existing file replaced, when the first line is rejected. Since
 * it holds personal data, only its owner may read it, where the file system can say so.
 *
 * <p>Not thread-safe.
 */
public final class RejectionFile implements RejectionSink, AutoCloseable {

  private final Path path;
  private final Consumer<RejectedLine> listener;
  private RejectedLine.Raw header = new RejectedLine.Raw(new byte[0]);
  private @Nullable OutputStream out;

  /**
   * Creates a collector for the given file.
   *
   * @param listener told of each line as well
   */
  public RejectionFile(Path path, Consumer<RejectedLine> listener) {
    this.path = path;
    this.listener = listener;
  }

  @Override
  public void header(RejectedLine.Raw raw) {
    header = raw;
  }

  @Override
  public void line(RejectedLine line) {
    if (out == null) {
      out = open();
      if (!header.isEmpty()) {
        header.writeTo(out);
      }
    }
    line.raw().writeTo(out);
    listener.accept(line);
  }

  private OutputStream open() {
    try {
      OutputStream file = Files.newOutputStream(path);
      if (Files.isRegularFile(path)) { // not a device, or a named pipe
        allowOwnerOnly();
      }
      return new BufferedOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void allowOwnerOnly() throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Closes the file, if there is one. */
  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
