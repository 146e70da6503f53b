package dev.students.docs.internal.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file: UTF-8, or UTF-16 where a byte order mark says so, as the redirection
 * of older versions of PowerShell writes it.
 */
record Encoding(Path file, Charset charset) {

  static final String BYTE_ORDER_MARK = "\ufeff";

  static Encoding of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      int mark = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | (start[1] & 0xff);
      return new Encoding(
          file,
          switch (mark) {
            case 0xfffe -> UTF_16LE;
            case 0xfeff -> UTF_16BE;
            default -> UTF_8;
          });
    }
  }

  /**
   * Reads what is not in the encoding as U+FFFD: half a letter at the end must not take the lines
   * before it along.
   */
  BufferedReader open() throws IOException {
    return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
  }

  /** Whether U+FFFD in the text stands for itself, and not for bytes in another encoding. */
  boolean isKept() throws IOException {
    try (BufferedReader strict =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      strict.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
