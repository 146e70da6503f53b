package dev.students.operations;

import java.io.InputStream;
import java.util.List;

/**
 * Where the files of exports are: a folder, or a bucket. A file is named by its path below the
 * root, with slashes.
 */
public interface ExportFiles {

  /** The names of all files. */
  List<String> names();

  /**
   * Opens a file from its beginning.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  InputStream open(String name);
}
