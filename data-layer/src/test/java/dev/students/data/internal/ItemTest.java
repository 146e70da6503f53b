package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.MalformedItemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          firstName | -                        | is missing
          lastName  | -                        | is missing
          xp        | -                        | is missing
          firstName | N:1                      | is not a string
          firstName | S:                       | must not be blank
          email     | S:secret                 | must have exactly one '@'
          gsi1_pk   | N:1                      | is not a string
          xp        | S:1                      | is not a number
          xp        | N:1.5                    | is not a 64-bit integer
          xp        | N:9223372036854775808    | is not a 64-bit integer
          xp        | N:-1                     | is not within 0 to 9007199254740991
          xp        | N:9007199254740992       | is not within 0 to 9007199254740991
          version   | S:1                      | is not a number
          createdAt | S:yesterday              | is not an ISO 8601 instant
          deleted   | S:true                   | is not a boolean
          pk        | S:teacher#ada            | is not a student key
          pk        | -                        | is missing
          pk        | S:student#               | must be 1 to 128 characters of A-Z a-z 0-9 . _ : -
          """)
  void read_malformedAttribute_isNamedWithoutItsValue(
      String attribute, String value, String problem) {
    Map<String, AttributeValue> item = Fixtures.live();
    switch (value.charAt(0)) {
      case 'S' -> item.put(attribute, s(value.substring(2)));
      case 'N' -> item.put(attribute, AttributeValue.fromN(value.substring(2)));
      default -> item.remove(attribute);
    }
    assertThatThrownBy(() -> StudentItem.read(new Item(item)))
        .isInstanceOfSatisfying(
            MalformedItemException.class, e -> assertThat(e.attribute()).isEqualTo(attribute))
        .hasMessageContaining("Attribute %s of item".formatted(attribute))
        .hasMessageContaining(problem)
        .hasMessageNotContaining("secret");
  }

  @Test
  void read_missingEmail_isMalformed() {
    Map<String, AttributeValue> item = Fixtures.legacy();
    item.remove("gsi1_pk");
    assertThatThrownBy(() -> StudentItem.read(new Item(item)))
        .hasMessage("Attribute email of item student#ada is missing: correct it in the table");
  }

  @Test
  void award_malformed_isNamedWithItsFullKey() {
    assertThatThrownBy(() -> ListAwards.award(new Item(Fixtures.key("student#ada", "award#quiz"))))
        .isInstanceOfSatisfying(
            MalformedItemException.class,
            e -> {
              assertThat(e.item()).isEqualTo("student#ada/award#quiz");
              assertThat(e.attribute()).isEqualTo("amount");
            });
  }

  @Test
  void number_integerWrittenAsADecimal_isRead() {
    assertThat(new Item(Map.of("xp", AttributeValue.fromN("1E+1"))).number("xp")).contains(10L);
    assertThat(new Item(Map.of("xp", n(5))).requiredNumber("xp")).isEqualTo(5);
    assertThat(new Item(Map.of()).number("xp")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "student#ada,            student#ada, student#ada",
    "student#ada,            award#quiz,  student#ada/award#quiz",
    "student#ada,            email#a@b.c, student#ada/…",
    "student#a@b.c,          award#quiz,  student#…",
    "email#ada@example.org,  email#a@b.c, email#…",
    "ada@example.org,        a@b.c,       …",
    "guardian of ada#a@b.c,  a@b.c,       …"
  })
  void toString_keyThatMayContainAnAddress_showsOnlyItsPrefix(
      String partition, String sort, String shown) {
    Item item = new Item(Map.of("pk", s(partition), "sk", s(sort)));

    assertThat(item).hasToString("Item[" + shown + "]");
  }
}
