package dev.students.operations.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Groups records by a text without holding them all: they are divided over temporary files by a
 * hash of the text, and each file is grouped by itself. A few records are held in memory only.
 *
 * <p>The files are encrypted under keys that this process alone has, since records hold addresses:
 * whatever ends it, nobody can read what is left. Not thread-safe.
 */
public final class SpilledGroups implements AutoCloseable {

  private static final int FILES = 256;

  private final EncryptedFile[] files = new EncryptedFile[FILES];
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final Path folder;

  /** Makes its temporary folder. */
  public SpilledGroups() {
    try {
      folder = Files.createTempDirectory("students-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < FILES; i++) {
      files[i] = new EncryptedFile(folder.resolve(Integer.toString(i)));
    }
  }

  /** Adds a record to the group of that text. */
  public void add(String group, byte[] record) {
    buffer.reset();
    try (DataOutputStream out = new DataOutputStream(buffer)) {
      write(out, group.getBytes(StandardCharsets.UTF_8));
      write(out, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file(group).write(buffer.toByteArray());
  }

  /** Hands on each group, its records in the order in which they were added. */
  public void forEach(BiConsumer<String, List<byte[]>> consumer) {
    for (EncryptedFile file : files) {
      TreeMap<String, List<byte[]>> groups = new TreeMap<>();
      try (DataInputStream in = new DataInputStream(new BufferedInputStream(file.read()))) {
        for (byte[] group = read(in); group.length > 0; group = read(in)) {
          groups
              .computeIfAbsent(new String(group, StandardCharsets.UTF_8), any -> new ArrayList<>(2))
              .add(read(in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      groups.forEach(consumer);
    }
  }

  private EncryptedFile file(String group) {
    // The upper bits as well, or texts that end alike would share a file.
    int hash = group.hashCode() * 0x9E3779B9;
    return files[hash >>> 24];
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The next part of a record; empty at the end. */
  private static byte[] read(DataInputStream in) throws IOException {
    byte[] length = in.readNBytes(Integer.BYTES);
    return length.length == 0 ? length : in.readNBytes(ByteBuffer.wrap(length).getInt());
  }

  /** Removes its files. */
  @Override
  public void close() {
    try {
      for (EncryptedFile file : files) {
        file.delete();
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
