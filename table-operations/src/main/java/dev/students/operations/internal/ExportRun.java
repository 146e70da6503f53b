package dev.students.operations.internal;

import dev.students.data.RecordedAward;
import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.operations.Column;
import dev.students.operations.ExportResult;
import dev.students.operations.ItemKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes students with their awards, which come before the student in a table and after it in the
 * file. Not thread-safe.
 */
public final class ExportRun extends Partitions implements AutoCloseable {

  /** The award with which an import makes the XP that no award accounts for. */
  public static final String OPENING_AWARD = "opening-xp";

  private static final int KEYS_TOLD = 100;

  private final RecordWriter writer;
  private final boolean withAwards;
  private final boolean withDeleted;
  private final HeldAwards held = new HeldAwards();
  private final List<ItemKey> firstLeftOut = new ArrayList<>();
  private @Nullable Student student;
  private BigInteger awarded = BigInteger.ZERO;
  private long students;
  private long awards;
  private long leftOut;

  /** Creates an export to the given writer. */
  public ExportRun(RecordWriter writer, boolean withAwards, boolean withDeleted) {
    this.writer = writer;
    this.withAwards = withAwards;
    this.withDeleted = withDeleted;
  }

  /** The result so far. */
  public ExportResult result() {
    return new ExportResult(students, awards, leftOut, List.copyOf(firstLeftOut));
  }

  @Override
  protected void item(Map<String, AttributeValue> attributes) {
    StoredItem item = StoredItem.read(attributes);
    if (item instanceof StoredItem.OfStudent found) {
      student = found.student();
    } else if (item instanceof StoredItem.Award award) {
      if (withAwards) {
        award(award.award());
      }
    } else if (item instanceof StoredItem.Malformed) {
      leaveOut(ItemKey.of(attributes));
    }
  }

  private void leaveOut(ItemKey key) {
    leftOut++;
    if (firstLeftOut.size() < KEYS_TOLD) {
      firstLeftOut.add(key);
    }
  }

  private void award(RecordedAward award) {
    if (!award.id().value().equals(OPENING_AWARD)) {
      awarded = awarded.add(BigInteger.valueOf(award.amount()));
      held.add(award);
    }
  }

  @Override
  protected void end() {
    Student found = student;
    if (found != null && (withDeleted || !found.isDeleted())) {
      students++;
      writer.write(row(found));
      held.forEach(award -> write(found, award));
    }
    student = null;
    held.clear();
    awarded = BigInteger.ZERO;
  }

  private void write(Student of, RecordedAward award) {
    awards++;
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.ID, of.id().value());
    row.put(Column.AWARD_ID, award.id().value());
    row.put(Column.AMOUNT, Long.toString(award.amount()));
    row.put(Column.AWARDED_AT, award.awardedAt().toString());
    writer.write(row);
  }

  private Map<Column, String> row(Student it) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.ID, it.id().value());
    row.put(Column.FIRST_NAME, it.firstName().value());
    row.put(Column.LAST_NAME, it.lastName().value());
    row.put(Column.EMAIL, it.email().value());
    row.put(Column.XP, Long.toString(it.xp()));
    row.put(Column.OPENING_XP, BigInteger.valueOf(it.xp()).subtract(awarded).toString());
    row.put(Column.DELETED, it.isDeleted() ? "true" : "");
    row.put(Column.VERSION, Long.toString(it.version()));
    row.put(Column.CREATED_AT, text(it.createdAt()));
    row.put(Column.UPDATED_AT, text(it.updatedAt()));
    row.put(Column.DELETED_AT, text(it.deletedAt()));
    return row;
  }

  @Override
  public void close() {
    held.clear();
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
