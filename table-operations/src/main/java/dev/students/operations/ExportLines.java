package dev.students.operations;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of items, for {@link ExportedLine#parse}, read as they are asked for. Once
 * all were read, checksum and number of lines are compared with the manifest. Not thread-safe.
 *
 * <p>{@link #hasNext} throws {@link TableExportException} when the file is not what its manifest
 * says, and {@link UncheckedIOException} when it cannot be read.
 */
public final class ExportLines implements Iterator<byte[]>, AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final ExportDataFile file;
  private final MessageDigest md5 = md5();
  private final InputStream raw;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private @Nullable InputStream unzipped;
  private byte @Nullable [] next;
  private long lines;
  private boolean ended;

  ExportLines(ExportDataFile file, InputStream stored) {
    this.file = file;
    this.raw = new DigestInputStream(stored, md5);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public byte[] next() {
    byte[] found = hasNext() ? next : null;
    if (found == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return found;
  }

  /** The next line that is not blank; null after the last one. */
  private byte @Nullable [] read() {
    try {
      InputStream in = unzipped();
      line.reset();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.write(c);
        } else if (line.size() > 0) {
          break;
        }
      }
      if (line.size() > 0) {
        lines++;
        return line.toByteArray();
      }
      ended = true;
      raw.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | EOFException e) {
      throw new TableExportException("The export's file %s is incomplete".formatted(file.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compareWithManifest();
    return null;
  }

  private void compareWithManifest() {
    String found = Base64.getEncoder().encodeToString(md5.digest());
    if (lines != file.items() || (!file.md5().isEmpty() && !file.md5().equals(found))) {
      throw new TableExportException(
          "The export's file %s differs from its manifest: copy it again".formatted(file.name()));
    }
  }

  private InputStream unzipped() throws IOException {
    InputStream in = unzipped;
    if (in == null) {
      PushbackInputStream stored = new PushbackInputStream(raw);
      int first = stored.read();
      if (first >= 0) {
        stored.unread(first);
      }
      // DynamoDB writes an empty file for an empty partition.
      boolean isZipped = first >= 0 && file.name().endsWith(".gz");
      in = new BufferedInputStream(isZipped ? new GZIPInputStream(stored, BUFFER) : stored, BUFFER);
      unzipped = in;
    }
    return in;
  }

  /** The checksum of the manifest; it detects a damaged copy but no forgery. */
  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  @Override
  public void close() {
    try {
      raw.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
