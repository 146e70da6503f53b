package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.LocalDynamoDb;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compiles and runs the example of README.md, which contains it literally. */
class ReadmeExampleTest {

  @Test
  void example_run_hasTheDocumentedResults() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient dynamoDb = local.clientBuilder().build()) {
      dynamoDb.createTable(StudentTable.createTableRequest("students"));
      assertThat(example(dynamoDb))
          .containsExactly(AwardOutcome.APPLIED, AwardOutcome.ALREADY_APPLIED);
    }
  }

  private static List<AwardOutcome> example(DynamoDbClient dynamoDb) {
    // Example: begin
    StudentStore students = StudentStore.create(dynamoDb, "students");

    Student ada =
        students.create(
            NewStudent.of(
                PersonName.of("Ada"),
                PersonName.of("Lovelace"),
                EmailAddress.of("Ada@example.org")));

    students.findByEmail(EmailAddress.of("ada@EXAMPLE.org")); // finds her: case does not matter

    students.update(
        ada.id(), StudentUpdate.builder().lastName(PersonName.of("King")).build()); // nothing else

    XpAward essay = XpAward.of(AwardId.of("essay-1"), 50);
    AwardOutcome first = students.awardXp(ada.id(), essay); // APPLIED
    AwardOutcome again = students.awardXp(ada.id(), essay); // ALREADY_APPLIED: still 50 XP

    students.softDelete(ada.id()); // her address is free, her XP is kept
    students.restore(ada.id());
    // Example: end
    assertThat(students.findById(ada.id())).map(Student::xp).contains(50L);
    return List.of(first, again);
  }

  @Test
  void readme_example_equalsThisCode() throws IOException {
    DocumentedExample.of(ReadmeExampleTest.class).assertStandsIn("README.md");
  }
}
