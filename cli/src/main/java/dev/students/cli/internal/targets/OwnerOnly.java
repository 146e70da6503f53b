package dev.students.cli.internal.targets;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions that allow access only to the owner. */
final class OwnerOnly {

  private OwnerOnly() {}

  /** The permissions of a new folder, if the file system supports them. */
  static FileAttribute<?>[] folder(Path folder) {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }
}
