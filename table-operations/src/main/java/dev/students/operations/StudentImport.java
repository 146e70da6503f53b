package dev.students.operations;

import dev.students.operations.internal.ImportRun;
import dev.students.operations.internal.ImportSettings;
import dev.students.operations.internal.LineParser;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Imports students from a file: one written by {@link StudentExport}, or any file whose columns can
 * be mapped to fields.
 *
 * <p>A line is a student, an award (with {@code awardId} and {@code amount}), or both. Students are
 * created through the store, so its rules apply: an address belongs to one student. XP comes as
 * awards: {@code xp}, or beside awards {@code openingXp}, as one of the id {@code opening-xp}.
 * {@code deleted} deletes a student after its awards.
 *
 * <p>Everything counts once: a file that is imported again changes nothing, and an import that was
 * ended, however it was, goes on when it is run again. Of lines that want one id or one address the
 * first in the file gets it.
 *
 * <p>A line that is wrong is rejected with its number, field and rule, and all others go in. A last
 * line without a line break is rejected unless {@link Builder#trustEnd} says that the file is
 * whole. A line, with the line breaks in its quoted values, has at most 64 KB.
 *
 * <p>What is held does not grow with the file; but of JSON lines, the lines of students with {@code
 * xp} wait in encrypted temporary files until the end of the file, because awards that it would
 * count twice may follow anywhere, and 1/256 of them is held then. Throttling lowers the number of
 * students that are written at once, and raises it again.
 *
 * <p>Thread-safe. The client stays the caller's.
 */
public final class StudentImport {

  private final DynamoDbClient client;
  private final String table;
  private final int concurrency;
  private final ImportSettings settings;

  private StudentImport(Builder builder) {
    this.client = builder.client;
    this.table = builder.table;
    this.concurrency = builder.concurrency;
    this.settings = builder.toSettings();
  }

  /** Starts building an import into a table. */
  public static Builder builder(DynamoDbClient client, String tableName) {
    return new Builder(client, tableName);
  }

  /** The same as {@link #run(InputStream, RejectionSink, ProgressListener)} without a listener. */
  public ImportResult run(InputStream file, RejectionSink rejected) {
    return run(file, rejected, ProgressListener.NONE);
  }

  /**
   * Reads the file to its end, on the calling thread; the stream is left open.
   *
   * @throws ImportFileException when the header lacks what is needed; nothing was written then
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS fails for good; what was
   *     taken in until then stays, and running it again goes on
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public ImportResult run(InputStream file, RejectionSink rejected, ProgressListener listener) {
    LineParser parser = LineParser.open(file, settings);
    try (ImportRun run = new ImportRun(client, table, concurrency, settings.format(), rejected)) {
      return run.run(parser, listener);
    }
  }

  /** Builds an import. Not thread-safe. */
  public static final class Builder {

    private final DynamoDbClient client;
    private final String table;
    private final Map<Column, String> columns = new EnumMap<>(Column.class);
    private RecordFormat format = RecordFormat.CSV;
    private char separator = ',';
    private Charset charset = StandardCharsets.UTF_8;
    private Optional<String> idFrom = Optional.empty();
    private int concurrency = 8;
    private boolean endTrusted;

    private Builder(DynamoDbClient client, String table) {
      this.client = client;
      this.table = table;
    }

    /** Sets the format. The default is CSV. */
    public Builder format(RecordFormat told) {
      this.format = told;
      return this;
    }

    /**
     * Sets the separator of values in a line of CSV. The default is a comma; it is never guessed.
     */
    public Builder separator(char character) {
      if (character == '"' || character == '\n' || character == '\r' || character > '~') {
        throw new IllegalArgumentException(
            "separator must be an ASCII character other than a quote or a line break");
      }
      this.separator = character;
      return this;
    }

    /** Sets the encoding of a file without a byte order mark. The default is UTF-8. */
    public Builder charset(Charset told) {
      this.charset = told;
      return this;
    }

    /** Sets the file's name of a field. The default is the name in an export. */
    public Builder column(Column field, String name) {
      if (!field.isImported()) {
        throw new IllegalArgumentException(field.header() + " is not imported");
      }
      columns.put(field, name);
      return this;
    }

    /**
     * The column from which ids are derived, in place of a column of ids: the first 32 hexadecimal
     * digits of the SHA-256 of its value without white space around it. Use one that never changes
     * and is no personal data, since a guess can be checked.
     */
    public Builder idFrom(String name) {
      this.idFrom = Optional.of(name);
      return this;
    }

    /** Sets the number of students written concurrently, 1 to 256. The default is 8. */
    public Builder concurrency(int number) {
      this.concurrency = Limits.within("concurrency", number, 1, 256);
      return this;
    }

    /** Accepts a last line without a line break, for a file that is known to be complete. */
    public Builder trustEnd() {
      this.endTrusted = true;
      return this;
    }

    /** Creates the import. */
    public StudentImport build() {
      return new StudentImport(this);
    }

    private ImportSettings toSettings() {
      return new ImportSettings(
          format, separator, charset, Map.copyOf(columns), idFrom, endTrusted);
    }
  }
}
