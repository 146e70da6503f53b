package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The destination of an export: standard output, or a file that only its owner may read and that is
 * replaced atomically.
 */
final class ExportOutput implements AutoCloseable {

  /** Names standard output. */
  static final String STANDARD_OUTPUT = "-";

  private final OutputStream stream;
  private final Path file;
  private final Optional<Path> part;

  private ExportOutput(OutputStream stream, Path file, Optional<Path> part) {
    this.stream = stream;
    this.file = file;
    this.part = part;
  }

  /** Opens the destination. */
  static ExportOutput open(String name, Console console) {
    Path file = Path.of(name);
    if (name.equals(STANDARD_OUTPUT)) {
      return new ExportOutput(console.results(), file, Optional.empty());
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) { // a device, or a named pipe
        return new ExportOutput(
            new BufferedOutputStream(Files.newOutputStream(file)), file, Optional.empty());
      }
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
      return new ExportOutput(
          new BufferedOutputStream(Files.newOutputStream(part)), file, Optional.of(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OutputStream stream() {
    return stream;
  }

  /** Moves the completed file to its destination. */
  void complete() {
    try {
      stream.flush();
      if (part.isPresent()) {
        stream.close();
        Files.move(part.get(), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the temporary file, unless the export is {@link #complete}. */
  @Override
  public void close() {
    try {
      if (part.isPresent()) {
        closeAndDelete(part.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closing fails again where the disk is full. */
  private void closeAndDelete(Path written) throws IOException {
    try {
      stream.close();
    } finally {
      boolean unused = Files.deleteIfExists(written);
    }
  }
}
