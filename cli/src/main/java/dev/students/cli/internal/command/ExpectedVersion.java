package dev.students.cli.internal.command;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that can require a version. */
final class ExpectedVersion {

  @Option(
      names = "--expected-version",
      paramLabel = "N",
      converter = Version.class,
      description = "Refuse when the student is at another version.")
  private @Nullable Long version;

  OptionalLong get() {
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** 0 is the version of a student that never had one. */
  private static final class Version implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
      if (!text.matches("[0-9]{1,18}")) {
        throw new TypeConversionException("must be a whole number of 0 or more");
      }
      return Long.valueOf(text);
    }
  }
}
