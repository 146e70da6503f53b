package dev.students.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.students.data.StudentStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorKindTest {

  /** Programs compare these words: words may be added, but none may be changed or removed. */
  private static final List<String> PUBLISHED =
      List.of(
          "usage",
          "invalid-value",
          "not-confirmed",
          "stopped",
          "defect",
          "demo",
          "student-not-found",
          "student-exists",
          "email-taken",
          "stale-version",
          "award-mismatch",
          "insufficient-xp",
          "xp-limit-exceeded",
          "contention",
          "malformed-item",
          "refused",
          "truncation-refused",
          "table-not-suitable",
          "invalid-file",
          "file",
          "not-an-export",
          "target-unavailable",
          "no-table",
          "not-a-student-table",
          "not-dynamodb",
          "unreachable",
          "timeout",
          "no-credentials",
          "no-region",
          "credentials-not-accepted",
          "clock-skew",
          "access-denied",
          "throttled",
          "aws-service",
          "aws-client");

  @Test
  void kinds_inJson_areThePublishedList() {
    assertThat(Stream.of(ErrorKind.values()).map(ErrorKind::json)).isEqualTo(PUBLISHED);
  }

  @Test
  void commandLinePage_listsEveryKind() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "command-line.md"));

    assertThat(PUBLISHED).allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
  }

  /** A new exception of the store needs a kind of its own: add one to ErrorKind and to the map. */
  @Test
  void of_everyRefusalOfTheStore_hasItsOwnKind() {
    JavaClasses store =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(StudentStoreException.class);

    assertThat(store)
        .filteredOn(type -> type.isAssignableTo(StudentStoreException.class))
        .filteredOn(type -> !type.isEquivalentTo(StudentStoreException.class))
        .isNotEmpty()
        .map(type -> type.reflect().asSubclass(StudentStoreException.class))
        .allSatisfy(type -> assertThat(ErrorKind.of(type)).isNotEqualTo(ErrorKind.REFUSED));
  }
}
