package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class IndexKeysTest {

  @Test
  void of_student_hasTheKeysOfAllIndexes() {
    assertThat(IndexKeys.of(Fixtures.ada()))
        .as("IndexKeys gives each key in StudentTable.INDEXES a value: see docs/add-an-index.md")
        .containsOnlyKeys(IndexKeys.NAMES);
  }

  @Test
  void ofEmail_address_isInLowerCase() {
    assertThat(IndexKeys.ofEmail(Fixtures.ADA, AddressForms.of(Fixtures.ada().email())))
        .isEqualTo(
            Map.of(
                "gsi1_pk", AttributeValue.fromS("ada@example.org"),
                "gsi1_sk", AttributeValue.fromS("student#ada")));
  }
}
