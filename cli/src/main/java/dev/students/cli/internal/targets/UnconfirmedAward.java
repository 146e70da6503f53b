package dev.students.cli.internal.targets;

import dev.students.data.AwardId;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An award whose id this program chose. The id is recorded in a file before the award is sent, and
 * the file is deleted when the outcome is known. While it is not (an answer was lost, the program
 * was killed), the same command within an hour sends the same award again, which is applied once.
 *
 * <p>The process that works on an award holds a lock on its file, so that two that run at the same
 * time make two awards. Where the file cannot be written, the award is made without one.
 */
public final class UnconfirmedAward implements AutoCloseable {

  /** The time for which the same command is treated as a repetition. */
  static final Duration REPEATABLE = Duration.ofHours(1);

  /** How often to begin anew when others delete the folder at the same time. */
  private static final int ATTEMPTS = 100;

  private final AwardId id;
  private final Optional<Instant> before;
  private @Nullable Path record;
  private final @Nullable FileChannel lock;

  private UnconfirmedAward(
      AwardId id, Optional<Instant> before, @Nullable Path record, @Nullable FileChannel lock) {
    this.id = id;
    this.before = before;
    this.record = record;
    this.lock = lock;
  }

  /**
   * The unconfirmed award that the same command left behind, or a new one.
   *
   * @param state the folder for what one run leaves to the next
   * @param target where the award is made, in words that tell one table from another
   */
  public static UnconfirmedAward take(
      Path state, String target, StudentId student, long amount, InstantSource clock) {
    Path records =
        state.resolve("unconfirmed-awards").resolve(digest(target, student.value(), amount));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Files.createDirectories(records, OwnerOnly.folder(state));
        return take(records, clock.instant());
      } catch (IOException e) {
        // Another process may just have settled its award and deleted the folder.
      }
    }
    return new UnconfirmedAward(AwardId.random(), Optional.empty(), null, null);
  }

  private static UnconfirmedAward take(Path records, Instant now) throws IOException {
    for (Path record : recordsIn(records)) {
      Optional<UnconfirmedAward> left = takeOver(record, now);
      if (left.isPresent()) {
        return left.get();
      }
    }
    return begin(records, now);
  }

  /** The award's id. */
  public AwardId id() {
    return id;
  }

  /** When the same command sent it first; empty for a new award. */
  public Optional<Instant> before() {
    return before;
  }

  /** Whether the same command will send it again, unless it is {@link #settle}d. */
  public boolean isRecorded() {
    return record != null;
  }

  /** Its outcome is known: the same command makes another award from now on. */
  public void settle() {
    if (record == null) {
      return;
    }
    try {
      Files.deleteIfExists(record);
      Path folder = record.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException othersAreAtWork) {
      // They delete it.
    } catch (IOException e) {
      // The award is repeated once more, which changes nothing.
    }
    record = null;
  }

  @Override
  public void close() {
    release(lock);
  }

  private static List<Path> recordsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Empty if another process works on it, has settled it, or it is too old. */
  private static Optional<UnconfirmedAward> takeOver(Path record, Instant now) throws IOException {
    FileChannel channel = lock(record, StandardOpenOption.WRITE);
    if (channel == null) {
      return Optional.empty();
    }
    try {
      // The lock of a file that its owner has deleted meanwhile is of no use.
      if (Files.exists(record, LinkOption.NOFOLLOW_LINKS)) {
        Instant sent = Files.getLastModifiedTime(record).toInstant();
        if (sent.plus(REPEATABLE).isAfter(now)) {
          AwardId id = AwardId.of(String.valueOf(record.getFileName()));
          Files.setLastModifiedTime(record, FileTime.from(now));
          return Optional.of(new UnconfirmedAward(id, Optional.of(sent), record, channel));
        }
        Files.deleteIfExists(record);
      }
    } catch (InvalidValueException notOurs) {
      // A file that somebody else has put there.
    }
    release(channel);
    return Optional.empty();
  }

  /** The file is locked before it appears in the folder, lest another process take it over. */
  private static UnconfirmedAward begin(Path folder, Instant now) throws IOException {
    AwardId id = AwardId.random();
    Path record = folder.resolve(id.value());
    Path beside = folder.resolveSibling(id.value());
    FileChannel channel = lock(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel == null) {
      throw new IOException("The file system has no locks");
    }
    try {
      Files.setLastModifiedTime(beside, FileTime.from(now));
      Files.move(beside, record, StandardCopyOption.ATOMIC_MOVE);
      return new UnconfirmedAward(id, Optional.empty(), record, channel);
    } catch (IOException e) {
      release(channel);
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  private static @Nullable FileChannel lock(Path record, StandardOpenOption... options) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(record, options);
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (IOException | OverlappingFileLockException notOurs) {
      // Another process has it, or has settled it.
    }
    release(channel);
    return null;
  }

  private static void release(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock ends with the process.
    }
  }

  private static String digest(String target, String student, long amount) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String text = target + "\n" + student + "\n" + amount;
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
