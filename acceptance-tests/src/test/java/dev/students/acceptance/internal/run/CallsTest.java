package dev.students.acceptance.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {

  @ParameterizedTest
  @CsvSource({
    "pk, student#1123-1:05-earning-xp-14:1, student#1123-1:05-earning-xp-14:1",
    "sk, award#essay-1, award#essay-1",
    "pk, email#ada@example.com, email#…",
    "pk, ada@example.com, …",
    "sk, guardian#ada@example.com, …",
    "gsi1_pk, ada@example.com, …",
    "gsi1_sk, student#1, …",
    "gsi2_pk, Lovelace, …",
  })
  void mask_anyKey_showsOnlyPartsKnownToBeNonPersonal(
      String attribute, String value, String shown) {
    assertThat(Calls.MASK.mask(attribute, value)).isEqualTo(shown);
  }
}
