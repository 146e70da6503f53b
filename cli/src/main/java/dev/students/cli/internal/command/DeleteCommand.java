package dev.students.cli.internal.command;

import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** Deletes a student. */
@Command(
    name = "delete",
    description = "Delete a student, so that it can be restored; the e-mail address is free again.",
    footerHeading = "%nExamples:%n",
    footer = {"  students delete s-1", "  students delete s-1 --expected-version 3"})
final class DeleteCommand extends DeletionCommand {

  @Override
  Student change(StudentStore store, StudentId id, OptionalLong version) {
    return version.isPresent() ? store.softDelete(id, version.getAsLong()) : store.softDelete(id);
  }
}
