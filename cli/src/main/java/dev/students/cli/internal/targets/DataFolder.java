package dev.students.cli.internal.targets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only this program uses until it is closed. It is protected by a lock on a file in
 * it, which the operating system releases when the process ends.
 */
final class DataFolder implements AutoCloseable {

  private static final String LOCK = "students.lock";

  /**
   * The file of DynamoDB Local. If it cannot open the file, it retries forever and does not
   * respond.
   */
  private static final String DATABASE = "shared-local-instance.db";

  private static final String ANOTHER = " Give another folder with --data DIR.";

  private final FileChannel lock;

  private DataFolder(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * Creates the folder if it is absent, readable by its owner only, and locks it.
   *
   * @throws TargetUnavailableException if it is not a folder, cannot be written, or is locked by
   *     another process
   */
  static DataFolder take(Path folder) {
    create(folder);
    DataFolder taken = new DataFolder(open(folder, LOCK));
    try {
      taken.lock(folder);
      open(folder, DATABASE).close();
      return taken;
    } catch (IOException e) {
      taken.close();
      throw new TargetUnavailableException(
          "The data folder " + folder + " cannot be locked (" + reason(e) + ")." + ANOTHER, e);
    } catch (TargetUnavailableException e) {
      taken.close();
      throw e;
    }
  }

  private void lock(Path folder) throws IOException {
    if (tryLock(lock) == null) {
      throw new TargetUnavailableException(
          "Another students program is working on the data folder "
              + folder
              + ". Wait until it has ended, or give another folder with --data DIR.");
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new TargetUnavailableException("The data folder cannot be released: " + reason(e), e);
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
    } catch (FileAlreadyExistsException e) {
      throw new TargetUnavailableException(
          "The data folder " + folder + " is a file." + ANOTHER, e);
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "The data folder " + folder + " cannot be created (" + reason(e) + ")." + ANOTHER, e);
    }
  }

  private static FileChannel open(Path folder, String file) {
    try {
      return FileChannel.open(
          folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "The data folder " + folder + " cannot be written (" + reason(e) + ")." + ANOTHER, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** The operating system's message without the path, which the message already contains. */
  private static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return Objects.requireNonNull(file.getReason());
    }
    String kind = e.getClass().getSimpleName();
    return e instanceof FileSystemException ? kind.replace("Exception", "") : kind;
  }
}
