package dev.students.operations;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file that is replaced once all of it was written, so that it is whole at any time, also if
 * several processes write it: it then has what the last one wrote. Until then its content is in a
 * file beside it whose name ends with {@code .part}. Since it may contain personal data, only its
 * owner may read it, where the file system can say so. A device or a named pipe is written
 * directly.
 *
 * <p>All failures are {@link UncheckedIOException}s that name the file itself. Not thread-safe.
 */
public final class ReplacedFile implements AutoCloseable {

  /** In characters: names have at most 255 bytes, and a random number is added. */
  private static final int LONGEST_PREFIX = 50;

  private static final String PART = ".part";

  private final Path named;
  private final Path file;
  private final Optional<Path> part;
  private final OutputStream stream;

  private ReplacedFile(Path named) throws IOException {
    this.named = named;
    boolean isRegular = Files.isRegularFile(named);
    boolean isReplaced = isRegular || !Files.exists(named);
    this.file = isRegular ? named.toRealPath() : named; // a pipe may have no path of its own
    this.part = isReplaced ? Optional.of(createPart(file)) : Optional.empty();
    this.stream =
        new BufferedOutputStream(new Named(Files.newOutputStream(part.orElse(file)), named));
  }

  /** Starts to write a file. */
  public static ReplacedFile open(Path file) {
    try {
      return new ReplacedFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(named(file, e));
    }
  }

  private static Path createPart(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    String name = String.valueOf(file.getFileName());
    String prefix = name.substring(0, Math.min(name.length(), LONGEST_PREFIX));
    return Files.createTempFile(folder, prefix + ".", PART);
  }

  /** Where the content is to be written to. */
  public OutputStream stream() {
    return stream;
  }

  /** Replaces the file by what was written. */
  public void complete() {
    try {
      stream.flush();
      if (part.isPresent()) {
        stream.close();
        Files.move(part.get(), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(named(named, e));
    }
  }

  /** Leaves the file as it was, unless it is {@link #complete}. */
  @Override
  public void close() {
    try {
      closeAndDelete();
    } catch (IOException e) {
      throw new UncheckedIOException(named(named, e));
    }
  }

  /** Closing fails again where the disk is full. */
  private void closeAndDelete() throws IOException {
    try {
      stream.close();
    } finally {
      if (part.isPresent()) {
        boolean unused = Files.deleteIfExists(part.get());
      }
    }
  }

  /** A failure of a file beside it is one of the file that the caller named. */
  private static IOException named(Path file, IOException e) {
    if (e instanceof NoSuchFileException absent && !absent.getFile().endsWith(PART)) {
      return absent;
    }
    // Folders of the system's own take no files, and say that the new one does not exist.
    if (e instanceof NoSuchFileException || e instanceof AccessDeniedException) {
      return withCause(new AccessDeniedException(file.toString()), e);
    }
    String reason =
        e instanceof FileSystemException failed && failed.getReason() != null
            ? failed.getReason()
            : e.getMessage();
    return withCause(new FileSystemException(file.toString(), null, reason), e);
  }

  private static IOException withCause(IOException e, IOException cause) {
    e.initCause(cause);
    return e;
  }

  /** Names the file when it cannot be written, which the operating system does not. */
  private static final class Named extends FilterOutputStream {

    private final Path file;

    Named(OutputStream out, Path file) {
      super(out);
      this.file = file;
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
        throw named(file, e);
      }
    }
  }
}
