package dev.students.operations;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects rejected lines as they were in a file with the same header, to be corrected and imported
 * again. The file is created, or an existing one replaced, once the import has read all lines and
 * has rejected some; an import that fails leaves it as it was. Since it holds personal data, only
 * its owner may read it, where the file system can say so.
 *
 * <p>Not thread-safe.
 */
public final class RejectionFile implements RejectionSink, AutoCloseable {

  private final Path path;
  private final Consumer<RejectedLine> listener;
  private RejectedLine.Raw header = new RejectedLine.Raw(new byte[0]);
  private @Nullable ReplacedFile file;

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
    if (file == null) {
      file = ReplacedFile.open(path);
      if (!header.isEmpty()) {
        header.writeTo(file.stream());
      }
    }
    line.raw().writeTo(file.stream());
    listener.accept(line);
  }

  @Override
  public void end() {
    if (file != null) {
      file.complete();
    }
  }

  /** Closes the file, if there is one. */
  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
