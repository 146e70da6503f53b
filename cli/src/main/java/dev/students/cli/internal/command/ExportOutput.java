package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.operations.ReplacedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The destination of an export: standard output, or a file that is replaced at the end. */
final class ExportOutput implements AutoCloseable {

  /** Names standard output. */
  static final String STANDARD_OUTPUT = "-";

  private final OutputStream stream;
  private final Optional<ReplacedFile> file;

  private ExportOutput(OutputStream stream, Optional<ReplacedFile> file) {
    this.stream = stream;
    this.file = file;
  }

  /** Opens the destination. */
  static ExportOutput open(String name, Console console) {
    if (name.equals(STANDARD_OUTPUT)) {
      return new ExportOutput(console.results(), Optional.empty());
    }
    ReplacedFile file = ReplacedFile.open(Path.of(name));
    return new ExportOutput(file.stream(), Optional.of(file));
  }

  OutputStream stream() {
    return stream;
  }

  /** Moves the completed file to its destination. */
  void complete() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.ifPresent(ReplacedFile::complete);
  }

  /** Leaves an existing file as it was, unless the export is {@link #complete}. */
  @Override
  public void close() {
    file.ifPresent(ReplacedFile::close);
  }
}
