package dev.students.cli.internal.command;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that may insist on a version. */
final class ExpectedVersion {

  @Option(
      names = "--expected-version",
      paramLabel = "N",
      description = "Refuse when the student is at another version.")
  private @Nullable Long version;

  OptionalLong get() {
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }
}
