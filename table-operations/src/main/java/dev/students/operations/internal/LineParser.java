package dev.students.operations.internal;

import dev.students.operations.ImportFileException;
import dev.students.operations.RecordFormat;
import dev.students.operations.Refusal;
import dev.students.operations.internal.RawRecord.Shape;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts the lines of a file to changes. Not thread-safe. */
public final class LineParser {

  /** A first line with which spreadsheets declare the separator. */
  private static final Pattern TELLS_SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\1*");

  private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*\"|\\[\\s*[{\\[]|[\\[{]\\s*$)");

  private static final Fields BLANK = new Fields(Map.of(), "", false);

  private final ImportSettings settings;
  private final Charset charset;
  private final boolean needsMark;
  private final RecordSplitter records;
  private final CsvLines csv;
  private @Nullable CsvHeader header;
  private byte[] rawHeader = new byte[0];

  /** Opens a file; a byte order mark overrides the given encoding. */
  public static LineParser open(InputStream in, ImportSettings settings) {
    EncodedInput input = EncodedInput.of(in, settings.charset());
    OptionalInt separator =
        settings.format() == RecordFormat.CSV
            ? OptionalInt.of(settings.separator())
            : OptionalInt.empty();
    LineParser parser = new LineParser(settings, input, new RecordSplitter(input.in(), separator));
    parser.readHeader();
    return parser;
  }

  private LineParser(ImportSettings settings, EncodedInput input, RecordSplitter records) {
    this.settings = settings;
    this.charset = input.charset();
    this.needsMark = input.needsMark();
    this.records = records;
    this.csv = new CsvLines(settings.separator());
  }

  private void readHeader() {
    if (settings.format() == RecordFormat.JSON_LINES) {
      return;
    }
    try {
      RawRecord first = headerRecord();
      Matcher told = TELLS_SEPARATOR.matcher(text(first));
      if (told.matches()) {
        requireTold(told.group(1).charAt(0));
        first = headerRecord();
      }
      String text = text(first);
      if (JSON.matcher(text).lookingAt()) {
        throw new ImportFileException(
            "This is JSON: write one object a line, and give the format jsonl");
      }
      if (text.indexOf('\0') >= 0) {
        throw new ImportFileException("The header has zero bytes: it may be in UTF-16");
      }
      rawHeader = first.bytes();
      header = CsvHeader.of(csv.values(text), settings);
    } catch (LineRejectedException e) {
      throw new ImportFileException("The header " + e.rule());
    }
  }

  private void requireTold(char separator) {
    if (separator != settings.separator()) {
      throw new ImportFileException(
          "The first line says that values are separated by '%s', not by '%s'"
              .formatted(separator, settings.separator()));
    }
  }

  private RawRecord headerRecord() {
    Optional<RawRecord> record = records.next();
    record.ifPresent(LineParser::refuseArchive);
    while (record.isPresent() && text(record.get()).isBlank()) {
      record = records.next();
    }
    return record.orElseThrow(() -> new ImportFileException("The file is empty"));
  }

  /** Refuses what begins as a ZIP file does, which a workbook is, or a gzipped one. */
  private static void refuseArchive(RawRecord first) {
    ByteBuffer content = first.content();
    int start = content.remaining() < 4 ? 0 : content.getInt();
    if (start == 0x504B0304 || start >>> 16 == 0x1F8B) {
      throw new ImportFileException("This is a workbook or another archive: save it as CSV first");
    }
  }

  /** Returns the next line; empty at the end. */
  Optional<RawRecord> next() {
    return records.next();
  }

  /** The number of bytes read. */
  long bytes() {
    return records.bytes();
  }

  /** The header as it was, with a byte order mark where the lines alone would be misread. */
  byte[] rawHeader() {
    if (!needsMark) {
      return rawHeader;
    }
    byte[] mark = EncodedInput.UTF_8_MARK;
    byte[] marked = Arrays.copyOf(mark, mark.length + rawHeader.length);
    System.arraycopy(rawHeader, 0, marked, mark.length, rawHeader.length);
    return marked;
  }

  List<Integer> ignoredColumns() {
    return header == null ? List.of() : header.ignored();
  }

  /**
   * The fields of a line.
   *
   * @throws ImportFileException if the first line is the start of an archive
   */
  Fields fields(RawRecord raw) {
    if (raw.line() == 1) {
      refuseArchive(raw);
    }
    if (raw.shape() == Shape.BROKEN) {
      throw LineRejectedException.ofLine(
          Refusal.SYNTAX, "must close its quotes and have at most 64 KB");
    }
    String text = text(raw);
    if (settings.format() == RecordFormat.CSV && raw.shape() == Shape.UNENDED && !trusted(text)) {
      throw LineRejectedException.ofLine(
          Refusal.CUT, "must end with a line break, otherwise it may be truncated");
    }
    if (text.isBlank()) {
      return BLANK;
    }
    return header == null ? new JsonLine(settings).fields(text) : fields(header, csv.values(text));
  }

  private static Fields fields(CsvHeader header, List<String> values) {
    if (values.stream().allMatch(String::isEmpty)) {
      return BLANK;
    }
    Fields fields = header.fields(values);
    if (fields.areBlank()) {
      throw LineRejectedException.ofLine(
          Refusal.INVALID_VALUE, "must have a value in a column that is imported");
    }
    return fields;
  }

  private boolean trusted(String text) {
    return settings.endTrusted() || text.isBlank();
  }

  private String text(RawRecord raw) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(raw.content())
          .toString();
    } catch (CharacterCodingException e) {
      throw LineRejectedException.ofLine(Refusal.ENCODING, "must be text in " + charset.name());
    }
  }
}
