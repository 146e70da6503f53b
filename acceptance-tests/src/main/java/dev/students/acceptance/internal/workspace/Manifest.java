package dev.students.acceptance.internal.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run has made, or is about to make, outside its own process: a file of lines {@code
 * kind<TAB>value<TAB>.}, each written before the thing exists, so that whatever kills the run,
 * {@code --clean-up} finds it. A line without its full stop was not written to its end, as on a
 * full disk, and what it would have named was never made. The file goes when everything it names is
 * gone.
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
    REGION,
    ALLOWED_HOST,
    ENVIRONMENT,
    TABLE,
    STACK,
    BUCKET,
    PROCESS,
    CONTAINER,
    STUDENT
  }

  private static final List<Kind> REMOVABLE =
      List.of(Kind.CONTAINER, Kind.STACK, Kind.BUCKET, Kind.STUDENT);
  private static final String END = "\t.";

  private final Path file;
  private boolean closed;

  private Manifest(Path file) {
    this.file = file;
  }

  /** A new run's; its file appears with the first line. */
  public static Manifest of(Path folder, RunId run) {
    return new Manifest(folder.resolve(run + ".manifest"));
  }

  /** One that another machine has written. */
  public static Manifest at(Path file) {
    return new Manifest(file);
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
    byte[] line = (kind + "\t" + value + END + "\n").getBytes(UTF_8);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      append(line);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be written.", e);
    }
  }

  /** Whole or not at all: what is not written to its end is taken back. */
  private void append(byte[] line) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      long before = channel.size();
      try {
        ByteBuffer rest = ByteBuffer.wrap(endsWithinALine(channel) ? after(line) : line);
        while (rest.hasRemaining()) {
          channel.write(rest, before + rest.position());
        }
      } catch (IOException e) {
        channel.truncate(before);
        throw e;
      }
    }
  }

  private static boolean endsWithinALine(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) != '\n';
  }

  /** The line on one of its own, so that it does not join what was not written to its end. */
  private static byte[] after(byte[] line) {
    return ByteBuffer.allocate(line.length + 1).put((byte) '\n').put(line).array();
  }

  /** The values of a kind, in order. */
  public List<String> all(Kind kind) {
    return lines().stream()
        .filter(line -> line.startsWith(kind + "\t") && line.endsWith(END))
        .map(line -> line.substring(line.indexOf('\t') + 1, line.length() - END.length()))
        .toList();
  }

  /** The file's lines, to be kept elsewhere. */
  public List<String> lines() {
    if (!exists()) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be read.", e);
    }
  }

  /** What it names that has to be removed, for example {@code 2 stacks, 1 bucket}. */
  public String inventory() {
    return REMOVABLE.stream()
        .map(kind -> Map.entry(kind, all(kind).size()))
        .filter(found -> found.getValue() > 0)
        .map(
            found ->
                found.getValue()
                    + " "
                    + found.getKey().name().toLowerCase(Locale.ROOT)
                    + (found.getValue() == 1 ? "" : "s"))
        .collect(Collectors.joining(", "));
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
    return REMOVABLE.stream().allMatch(kind -> all(kind).isEmpty());
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
