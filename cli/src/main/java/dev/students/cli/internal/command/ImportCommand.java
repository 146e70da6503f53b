package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.Column;
import dev.students.operations.ImportResult;
import dev.students.operations.ProgressListener;
import dev.students.operations.RejectedLine;
import dev.students.operations.RejectionFile;
import dev.students.operations.StudentImport;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports students from a file. */
@Command(
    name = "import",
    description =
        "Import students and awards from a file that export wrote, or from any with a header."
            + " Everything is applied once, so it can be repeated after any failure. Exit code 4"
            + " if lines were refused.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students import students.csv",
      "  students import class-7.csv --separator ';' --charset windows-1252 \\",
      "      --column firstName=Vorname --column lastName=Nachname \\",
      "      --column email=E-Mail --id-from Nr",
      "  students import - --format jsonl --rejected refused.jsonl <students.jsonl"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ImportCommand extends TargetCommand {

  private static final String STANDARD_INPUT = "-";
  private static final int REFUSALS_AS_TEXT = 100;

  @Parameters(
      paramLabel = "FILE",
      converter = TargetValues.FileName.class,
      description = "The file; - is standard input.")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or jsonl; by default according to the file's name, otherwise csv.")
  private @Nullable FileFormat fileFormat;

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      converter = FileValues.Separator.class,
      description = "The character between values, or tab; a comma by default, never guessed.")
  private char separator = ',';

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      converter = FileValues.Encoding.class,
      description = "The encoding of a file without byte order mark; UTF-8 by default.")
  private Charset charset = StandardCharsets.UTF_8;

  @Option(
      names = "--column",
      paramLabel = "FIELD=NAME",
      converter = FileValues.ColumnNames.class,
      description = "The file's name for a field, as in email=E-Mail. Repeatable.")
  private List<FileValues.ColumnName> columns = List.of();

  @Option(
      names = "--id-from",
      paramLabel = "NAME",
      description =
          "Derive ids from this column, whose values never change, if the file has no ids.")
  private @Nullable String idFrom;

  @Option(
      names = ReadOptions.CONCURRENCY,
      paramLabel = "N",
      description = "Students written concurrently, 1 to 256; 8 by default.")
  private long concurrency = 8;

  @Option(
      names = "--trust-end",
      description = "Import a last line without a line break: the file is complete.")
  private boolean trustEnd;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      converter = TargetValues.Folder.class,
      description = "File for refused lines; FILE.rejected by default, or none for a pipe.")
  private @Nullable Path rejected;

  private long linesRead;

  @Override
  void check() {
    int unused = within(ReadOptions.CONCURRENCY, concurrency, 1, ReadOptions.MOST_CONCURRENT);
    Set<Column> named = EnumSet.noneOf(Column.class);
    for (FileValues.ColumnName column : columns) {
      if (!named.add(column.field())) {
        throw usage("--column names " + column.field().header() + " twice.");
      }
    }
    if (rejectedFile().filter(this::isTheFile).isPresent()) {
      throw usage("--rejected must be another file.");
    }
  }

  /** Whether that is the imported file, by another path or as a link too. */
  private boolean isTheFile(Path other) {
    Path imported = Path.of(file);
    try {
      return imported.equals(other) || (Files.exists(other) && Files.isSameFile(imported, other));
    } catch (IOException absent) {
      return false;
    }
  }

  private Optional<Path> rejectedFile() {
    return Optional.ofNullable(rejected)
        .or(() -> isPiped() ? Optional.empty() : Optional.of(Path.of(file + ".rejected")));
  }

  @Override
  Answer run(OpenTarget target) {
    StudentImport.Builder builder =
        StudentImport.builder(target.client(), target.tableName())
            .format(FileFormat.of(fileFormat, file))
            .separator(separator)
            .charset(charset)
            .concurrency(Math.toIntExact(concurrency));
    columns.forEach(column -> builder.column(column.field(), column.name()));
    Optional.ofNullable(idFrom).ifPresent(builder::idFrom);
    if (trustEnd) {
      builder.trustEnd();
    }
    return run(builder.build());
  }

  private Answer run(StudentImport students) {
    try (ProgressLine line = new ProgressLine(console(), "Importing", "lines");
        InputStream in = open()) {
      ResultStream refusals = new ResultStream(console(), format(), line, REFUSALS_AS_TEXT);
      Consumer<RejectedLine> told = refused -> refusals.add(new RejectedLineEntry(refused));
      ImportResult result = run(students, in, told, listener(line, size()));
      return new ImportAnswer(result, refusals, rejectedFile(), line.seconds(), console());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportResult run(
      StudentImport students,
      InputStream in,
      Consumer<RejectedLine> told,
      ProgressListener listener) {
    Optional<Path> collected = rejectedFile();
    if (collected.isEmpty()) {
      return students.run(in, told::accept, listener);
    }
    try (RejectionFile sink = new RejectionFile(collected.get(), told)) {
      return students.run(in, sink, listener);
    }
  }

  /** Whether the file can be read only once, and has no place for another beside it. */
  private boolean isPiped() {
    if (file.equals(STANDARD_INPUT)) {
      return true;
    }
    Path path = Path.of(file);
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  private InputStream open() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return console().input();
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new FileSystemException(file, null, "Is a directory");
    }
    // The streams of Files ask for a position, which a pipe does not have.
    return isPiped()
        ? new FileInputStream(file)
        : new BufferedInputStream(Files.newInputStream(Path.of(file)));
  }

  private long size() throws IOException {
    return isPiped() ? 0 : Files.size(Path.of(file));
  }

  private ProgressListener listener(ProgressLine line, long size) {
    return progress -> {
      linesRead = progress.items();
      line.show(progress.items(), ReadOptions.fraction(progress.bytes(), size));
    };
  }

  @Override
  Failure withWorkDone(Failure failure) {
    return linesRead == 0
        ? failure
        : failure.after(
            new LinesRead(failure.outcome(), linesRead),
            "%s or more had been read.".formatted(Counted.of(linesRead, "line")));
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(Repetition.ofTheSame("Run it again: it goes on, and writes nothing twice."));
  }

  /** The progress of an import that was not completed. */
  private record LinesRead(Outcome outcome, long lines) implements Answer {

    @Override
    public void writeText(PrintStream out) {}

    @Override
    public void writeJson(JsonGenerator json) throws IOException {
      json.writeObjectFieldStart("import");
      json.writeNumberField("lines", lines);
      json.writeEndObject();
    }
  }
}
