package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.ExportedTable;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option to read an export by DynamoDB to S3 instead of the table. */
final class ExportOption {

  @Option(
      names = "--from-export",
      paramLabel = "FOLDER",
      converter = TargetValues.Folder.class,
      description = "Read an export that DynamoDB made to S3, copied to this folder.")
  private @Nullable Path folder;

  Optional<ExportedTable> table() {
    return Optional.ofNullable(folder).map(ExportedTable::new);
  }
}
