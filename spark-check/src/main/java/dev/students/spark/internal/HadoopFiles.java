package dev.students.spark.internal;

import dev.students.operations.ExportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/** Files below a path of any file system that Hadoop knows, on the driver and on executors. */
public final class HadoopFiles implements ExportFiles, Serializable {

  private static final long serialVersionUID = 1L;

  private final String root;
  private final SerializableConfiguration configuration;

  private HadoopFiles(String root, SerializableConfiguration configuration) {
    this.root = root;
    this.configuration = configuration;
  }

  /** The files below that path. */
  public static HadoopFiles at(String path, Configuration configuration) {
    SerializableConfiguration copied = new SerializableConfiguration(configuration);
    try {
      Path given = new Path(path);
      FileSystem files = given.getFileSystem(configuration);
      return new HadoopFiles(
          given.makeQualified(files.getUri(), files.getWorkingDirectory()).toString(), copied);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> names() {
    Path folder = new Path(root);
    int prefix = folder.toUri().getPath().replaceAll("/$", "").length() + 1;
    List<String> names = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> files =
          folder.getFileSystem(configuration.value()).listFiles(folder, true);
      while (files.hasNext()) {
        names.add(files.next().getPath().toUri().getPath().substring(prefix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  @Override
  public InputStream open(String name) {
    Path file = new Path(new Path(root), name);
    try {
      return file.getFileSystem(configuration.value()).open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
