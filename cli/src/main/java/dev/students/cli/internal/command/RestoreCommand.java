package dev.students.cli.internal.command;

import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** Restores a student. */
@Command(
    name = "restore",
    description = "Restore a deleted student; the e-mail address must still be free.",
    footerHeading = "%nExamples:%n",
    footer = {"  students restore s-1", "  students restore s-1 --expected-version 3"})
final class RestoreCommand extends DeletionCommand {

  @Override
  Student change(StudentStore store, StudentId id, OptionalLong version) {
    return version.isPresent() ? store.restore(id, version.getAsLong()) : store.restore(id);
  }
}
