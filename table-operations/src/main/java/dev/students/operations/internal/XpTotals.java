package dev.students.operations.internal;

import dev.students.data.StudentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of students whose {@code xp} is to be awarded as a whole, until all lines have been
 * read: in JSON lines, awards of such a student, with which it would count twice, can follow
 * anywhere. They are in encrypted temporary files. Not thread-safe.
 */
final class XpTotals implements AutoCloseable {

  private @Nullable SpilledGroups spilled;

  /** What remains to be done about a student. */
  enum Step {
    /** Nothing: there are awards of the student. */
    AWARDED,
    /** Award the XP of the line. */
    AWARD_TOTAL,
    /** Delete the student, as the line says. */
    DELETE
  }

  /**
   * A step that waits for the end of the file.
   *
   * @param isNew whether this import created the student
   */
  record Waiting(StudentId student, Step step, boolean isNew, RawRecord line) {}

  /** Records that there are awards of a student. */
  void noteAwards(StudentId student) {
    RawRecord none = new RawRecord(0, new byte[0], RawRecord.Shape.WHOLE);
    add(new Waiting(student, Step.AWARDED, false, none));
  }

  /** Adds a step. */
  void add(Waiting waiting) {
    SpilledGroups groups = spilled;
    if (groups == null) {
      groups = new SpilledGroups();
      spilled = groups;
    }
    groups.add(waiting.student().value(), toBytes(waiting));
  }

  /** Delivers the steps of each student, in the order of the file. */
  void forEach(Consumer<List<Waiting>> consumer) {
    if (spilled != null) {
      spilled.forEach(
          (id, records) -> {
            StudentId student = StudentId.of(id);
            consumer.accept(records.stream().map(bytes -> read(student, bytes)).toList());
          });
    }
  }

  private static byte[] toBytes(Waiting waiting) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(waiting.step().name());
      out.writeBoolean(waiting.isNew());
      out.writeLong(waiting.line().line());
      out.writeUTF(waiting.line().shape().name());
      out.write(waiting.line().bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Waiting read(StudentId student, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Step step = Step.valueOf(in.readUTF());
      boolean isNew = in.readBoolean();
      long line = in.readLong();
      RawRecord.Shape shape = RawRecord.Shape.valueOf(in.readUTF());
      return new Waiting(student, step, isNew, new RawRecord(line, in.readAllBytes(), shape));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the temporary files. */
  @Override
  public void close() {
    if (spilled != null) {
      spilled.close();
    }
  }
}
