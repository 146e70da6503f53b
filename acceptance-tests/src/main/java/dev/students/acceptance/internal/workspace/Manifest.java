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
 * The resources outside its own process that a run has created or is about to create. A file of
 * lines {@code kind<TAB>value<TAB>.}, each written before the resource is created, so that {@code
 * --clean-up} finds it even if the run is killed. A line without the final full stop was not
 * written completely, for example because the disk was full, and its resource was never created.
 * The file is deleted when all its resources are removed.
 *
 * <p>Thread-safe.
 */
public final class Manifest {

  /** The kind of resource that a line names. */
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

  /** Returns the manifest of a new run; its file is created with the first line. */
  public static Manifest of(Path folder, RunId run) {
    return new Manifest(folder.resolve(run + ".manifest"));
  }

  /** Returns a manifest that was written on another machine. */
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
   * Records a resource that is about to be created.
   *
   * @throws IllegalStateException if the manifest is closed, so that the resource must not be
   *     created
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

  /** Writes a line atomically: an incomplete line is removed again. */
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

  /** Returns the line preceded by a line break if the last line is incomplete. */
  private static byte[] after(byte[] line) {
    return ByteBuffer.allocate(line.length + 1).put((byte) '\n').put(line).array();
  }

  /** Returns the values of a kind, in order. */
  public List<String> all(Kind kind) {
    return lines().stream()
        .filter(line -> line.startsWith(kind + "\t") && line.endsWith(END))
        .map(line -> line.substring(line.indexOf('\t') + 1, line.length() - END.length()))
        .toList();
  }

  /** Returns the lines of the file, to be stored elsewhere. */
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

  /** Describes the resources that have to be removed, for example {@code 2 stacks, 1 bucket}. */
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

  /** Closes the manifest, so that no further resource can be added or created. */
  public synchronized void close() {
    closed = true;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  /** Whether there is no resource that has to be removed. */
  public boolean namesNothing() {
    return REMOVABLE.stream().allMatch(kind -> all(kind).isEmpty());
  }

  public Optional<String> first(Kind kind) {
    return all(kind).stream().findFirst();
  }

  /** Deletes the file. Called once all its resources are removed. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's manifest " + file + " cannot be removed.", e);
    }
  }
}
