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
 * Groups records by a text without holding all of them in memory: they are distributed over
 * temporary files by a hash of the text, and each file is grouped separately. A small number of
 * records stays in memory.
 *
 * <p>The files are encrypted with keys known only to this process, because records contain
 * addresses. If the process is killed, the remaining files are unreadable. Not thread-safe.
 */
public final class SpilledGroups implements AutoCloseable {

  private static final int FILES = 256;

  private final EncryptedFile[] files = new EncryptedFile[FILES];
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final Path folder;

  /** Creates the temporary folder. */
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

  /** Adds a record to the group of a text. */
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

  /** Delivers each group, with its records in insertion order. */
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
    // Includes the upper bits, because otherwise texts with the same ending would share a file.
    int hash = group.hashCode() * 0x9E3779B9;
    return files[hash >>> 24];
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads the next part of a record; empty at the end. */
  private static byte[] read(DataInputStream in) throws IOException {
    byte[] length = in.readNBytes(Integer.BYTES);
    return length.length == 0 ? length : in.readNBytes(ByteBuffer.wrap(length).getInt());
  }

  /** Deletes the files. */
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
