package dev.students.operations.internal;

import dev.students.data.AwardId;
import dev.students.data.RecordedAward;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The awards of one student, in insertion order: a limited number in memory, the rest in a
 * temporary file. Not thread-safe.
 */
final class HeldAwards {

  private static final int IN_MEMORY = 1000;

  private final List<RecordedAward> first = new ArrayList<>();
  private @Nullable EncryptedFile rest;
  private long inFile;

  void add(RecordedAward award) {
    if (first.size() < IN_MEMORY) {
      first.add(award);
      return;
    }
    try {
      if (rest == null) {
        rest = new EncryptedFile(Files.createTempDirectory("students-").resolve("awards"));
      }
      rest.write(toBytes(award));
      inFile++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forEach(Consumer<RecordedAward> consumer) {
    first.forEach(consumer);
    if (rest == null) {
      return;
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(rest.read()))) {
      for (long i = 0; i < inFile; i++) {
        consumer.accept(
            new RecordedAward(
                AwardId.of(in.readUTF()), in.readLong(), Instant.parse(in.readUTF())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    first.clear();
    inFile = 0;
    if (rest != null) {
      rest.deleteWithFolder();
      rest = null;
    }
  }

  private static byte[] toBytes(RecordedAward award) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(award.id().value());
    out.writeLong(award.amount());
    out.writeUTF(award.awardedAt().toString());
    return bytes.toByteArray();
  }
}
