package dev.students.operations.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary append-only file, encrypted with AES in counter mode with its own key, which is never
 * stored. It is not created before the data exceeds a small buffer. Not thread-safe.
 */
final class EncryptedFile {

  private static final int BUFFER = 8 * 1024;
  private static final int KEY_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final byte[] key = new byte[KEY_BYTES];
  private final Cipher encryption;
  private ByteArrayOutputStream buffer = new ByteArrayOutputStream();

  EncryptedFile(Path path) {
    this.path = path;
    RANDOM.nextBytes(key);
    this.encryption = cipher(Cipher.ENCRYPT_MODE);
  }

  void write(byte[] bytes) {
    buffer.writeBytes(bytes);
    if (buffer.size() >= BUFFER) {
      flush();
    }
  }

  /** Reads everything that was written, from the beginning. */
  InputStream read() throws IOException {
    InputStream rest = new ByteArrayInputStream(buffer.toByteArray());
    if (!Files.exists(path)) {
      return rest;
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    return new SequenceInputStream(new CipherInputStream(file, cipher(Cipher.DECRYPT_MODE)), rest);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    buffer = new ByteArrayOutputStream();
  }

  void deleteWithFolder() {
    try {
      delete();
      Files.deleteIfExists(path.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      Files.write(
          path,
          encryption.update(buffer.toByteArray()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      buffer.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[KEY_BYTES]));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in counter mode", e);
    }
  }
}
