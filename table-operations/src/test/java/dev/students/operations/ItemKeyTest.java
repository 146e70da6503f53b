package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemKeyTest {

  @ParameterizedTest
  @CsvSource({
    "student#42, student#42, student#42",
    "student#42, award#7, student#42/award#7",
    "email#ada@x.example, email#ada@x.example, email#…",
    "email#ada, email#ada, email#…",
    "user#ada@x.example, photo#1, user#…/photo#…",
    "ada@x.example#1, ada@x.example#1, …",
    "ada@x.example, 1, …/…",
    "course#Ada Lovelace, course#Ada Lovelace, course#…",
    "Ada Lovelace#1, Ada Lovelace#1, …",
    "Ada Lovelace, ?, …/?",
    "student#Ada Lovelace, student#Ada Lovelace, student#…",
    "student#42, note#Ada is ill, student#42/note#…",
    "student#42, award#, student#42/award#…"
  })
  void masked_unknownKey_showsItsKindOnly(String partition, String sort, String masked) {
    assertThat(new ItemKey(partition, sort).masked()).isEqualTo(masked);
    assertThat(new ItemKey(partition, sort)).hasToString(masked);
  }

  @Test
  void masked_charactersThatControlATerminal_areNotShown() {
    String key = "student#a\n\u001b[31mb\u202e\u2028";

    assertThat(new ItemKey(key, key).masked()).isEqualTo("student#…");
  }
}
