package dev.students.acceptance.internal.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run has made, or is about to make, outside its own process: a file of lines {@code
 * kind<TAB>value}, each written before the thing exists, so that whatever kills the run, {@code
 * --clean-up} finds it. The file goes when everything it names is gone.
 *
 * <p>Thread-safe.
 */
public final class Manifest {

  /** What a line names. */
  public enum Kind {
    TARGET,
    RUNNER,
    ENDPOINT,
    ACCOUNT,
    ALLOWED_HOST,
    ENVIRONMENT,
    TABLE,
    STACK,
    BUCKET,
    PROCESS,
    CONTAINER,
    STUDENT
  }

  private final Path file;
  private boolean closed;

  private Manifest(Path file) {
    this.file = file;
  }

  /** A new run's; its file appears with the first line. */
  public static Manifest of(Path folder, RunId run) {
    return new Manifest(folder.resolve(run + ".manifest"));
  }

  public boolean exists() {
    return Files.exists(file);
  }

  public Path file() {
    return file;
  }

  /**
   * Notes what is about to be made.
   *
   * @throws IllegalStateException once the manifest is closed: then it must not be made
   */
  public synchronized void add(Kind kind, String value) {
    if (closed) {
      throw new IllegalStateException("The run was interrupted.");
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          kind + "\t" + value + "\n",
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be written.", e);
    }
  }

  /** The values of a kind, in order; a line cut off by a kill is left out. */
  public List<String> all(Kind kind) {
    if (!exists()) {
      return List.of();
    }
    try {
      String text = Files.readString(file, UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.startsWith(kind + "\t"))
          .map(line -> line.substring(line.indexOf('\t') + 1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be read.", e);
    }
  }

  /** From now on nothing can be added, and so nothing made. */
  public synchronized void close() {
    closed = true;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  /** Whether it names nothing that would have to be removed. */
  public boolean namesNothing() {
    return Stream.of(Kind.STACK, Kind.BUCKET, Kind.CONTAINER, Kind.STUDENT)
        .allMatch(kind -> all(kind).isEmpty());
  }

  public Optional<String> first(Kind kind) {
    return all(kind).stream().findFirst();
  }

  /** To be called once nothing is left of what it names. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be removed.", e);
    }
  }
}
