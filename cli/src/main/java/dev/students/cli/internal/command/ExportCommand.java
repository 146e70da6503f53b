package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.ExportedTable;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.StudentId;
import dev.students.operations.ExportResult;
import dev.students.operations.ItemSource;
import dev.students.operations.PersonalData;
import dev.students.operations.ReadEstimate;
import dev.students.operations.StudentExport;
import dev.students.operations.TableExportFolder;
import dev.students.operations.TableReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes students to a file. */
@Command(
    name = "export",
    description =
        "Write every student to a file, as CSV (RFC 4180) or JSON lines, both in UTF-8; or all data"
            + " stored about one student, as one JSON document.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students export --to students.csv --with-awards",
      "  students export --to - --format jsonl | jq -r .email",
      "  students export --to students.csv --from-export ./export",
      "  students export --to s-1.json --id s-1"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ExportCommand extends TargetCommand {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      converter = TargetValues.FileName.class,
      description = "Required; - is standard output. A file is replaced once all is written.")
  private String to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or jsonl; by default according to the file's name, otherwise csv.")
  private @Nullable FileFormat fileFormat;

  @Option(names = "--with-awards", description = "Add a line for each award after its student's.")
  private boolean withAwards;

  @Option(
      names = "--deleted",
      description = "Include deleted students, with a column that marks them.")
  private boolean deleted;

  @Option(names = "--times", description = "Include versions and times, which an import ignores.")
  private boolean times;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Write all data stored about this student, as one JSON document.")
  private @Nullable StudentId id;

  @Mixin private ExportOption source = new ExportOption();
  @Mixin private ReadOptions reading = new ReadOptions();
  @Mixin private ReadCost cost = new ReadCost();

  @Override
  Optional<ExportedTable> exportedTable() {
    return source.table();
  }

  @Override
  void check() {
    reading.check(this);
    boolean whole =
        withAwards || deleted || times || fileFormat != null || source.table().isPresent();
    if (id != null && whole) {
      throw usage("--id has one format and cannot be combined with other options.");
    }
    if (isToStandardOutput() && format() != Format.text) {
      throw usage("--to - writes students to standard output: --output cannot write there too.");
    }
  }

  private boolean isToStandardOutput() {
    return to.equals(ExportOutput.STANDARD_OUTPUT);
  }

  @Override
  Answer run(OpenTarget target) {
    if (id != null) {
      return personalData(target, id);
    }
    TableReader reader = reading.reader(target);
    ReadEstimate estimate = reader.estimate();
    Optional<Failure> refusal = cost.refusal(console(), target, () -> estimate);
    return refusal.isPresent() ? refusal.get() : export(reader, estimate.items());
  }

  @Override
  Answer run(ExportedTable exported) {
    TableExportFolder folder = TableExportFolder.open(exported.folder());
    return export(folder, folder.items());
  }

  private Answer personalData(OpenTarget target, StudentId student) {
    try (ExportOutput output = ExportOutput.open(to, console())) {
      PersonalData data = PersonalData.of(target.client(), target.tableName());
      if (!data.write(student, output.stream())) {
        return Failure.of(
            Outcome.NOT_FOUND,
            ErrorKind.STUDENT_NOT_FOUND,
            "Nothing is stored under the id " + student.value() + ".");
      }
      output.complete();
      return new PersonalDataAnswer(student, to);
    }
  }

  private Answer export(ItemSource source, long whole) {
    StudentExport export = StudentExport.of(source, FileFormat.of(fileFormat, to));
    export = withAwards ? export.withAwards() : export;
    export = deleted ? export.withDeleted() : export;
    export = times ? export.withTimes() : export;
    try (ProgressLine line = new ProgressLine(console(), "Exporting", "items");
        ExportOutput output = ExportOutput.open(to, console())) {
      if (isToStandardOutput()) {
        line.makeRoom();
      }
      ExportResult result = export.run(output.stream(), ReadOptions.listener(line, whole));
      output.complete();
      line.clear();
      return answer(new ExportAnswer(result, to, line.seconds()));
    } catch (UncheckedIOException e) {
      if (isToStandardOutput() && console().outputIsGone()) {
        return new NothingToSay(
            Outcome.DONE); // or it cannot be written, which is reported at the end
      }
      throw e;
    }
  }

  /** Standard output contains only the students. */
  private Answer answer(ExportAnswer answer) {
    if (!isToStandardOutput()) {
      return answer;
    }
    List<String> lines = answer.summary().lines().toList();
    lines.forEach(console()::say);
    return new NothingToSay(answer.outcome());
  }
}
