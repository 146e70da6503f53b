package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class InvisibleCharactersTest {

  private static final String REFUSED = "must not begin or end with an invisible character";

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B,
        0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2065, 0x2066, 0x2069,
        0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF8, 0xFFF9, 0x1D173,
        0xE0000, 0xE0001, 0xE0020, 0xE007F, 0xE0100, 0xE01EF, 0xE0FFF
      })
  void emailAndName_invisibleCharacter_areRefused(int character) {
    String invisible = Character.toString(character);
    for (String email :
        new String[] {invisible + "a@x", "a" + invisible + "a@x", "a@x" + invisible}) {
      assertThatThrownBy(() -> EmailAddress.of(email))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("email must not contain an invisible character");
    }
    assertThatThrownBy(() -> PersonName.of(invisible)).hasMessage("name must not be blank");
    assertThatThrownBy(() -> PersonName.of(" " + invisible + invisible + "\u00a0"))
        .hasMessage("name must not be blank");
    assertThatThrownBy(() -> PersonName.of(invisible + "Ada")).hasMessage("name " + REFUSED);
    assertThat(PersonName.of("A" + invisible + "da").value()).isEqualTo("A" + invisible + "da");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00AD, 0x034E, 0x0350, 0x115E, 0x1161, 0x17B3, 0x17B6, 0x2070, 0x27FF, 0x2801, 0x3163,
        0x3165, 0xFDFF, 0xFE10, 0xFF9F, 0xFFA1, 0x1F600, 0xE1000
      })
  void email_charactersNextToInvisibleOnes_areAccepted(int character) {
    if (character != 0x00AD) {
      String email = "a" + Character.toString(character) + "a@x";
      assertThat(EmailAddress.of(email).value())
          .isEqualTo(java.text.Normalizer.normalize(email, java.text.Normalizer.Form.NFC));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada\u200b",
        "Ada\u200d",
        "Ada\u200c",
        "Ada\u200f",
        "Ada \u200e",
        "Ada\ufeff",
        "Ada\u3164",
        "Ada\u00ad",
        "Ada\u202c",
        "\u2068Ada\u2069",
        "Ada\udb40\udc7f",
        "🏴\udb40\udc67\udb40\udc7f\udb40\udc7f",
        "Ada \ufe0f",
        "Ada\u200b\ufe0f"
      })
  void name_invisibleCharacterAtTheEnd_isRefused(String name) {
    assertThatThrownBy(() -> PersonName.of(name))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("name " + REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "می\u200cخواهم", // a non-joiner between letters
        "ക്\u200dഷ", // a joiner between letters
        "അവന്\u200d", // a joiner after a virama, at the end
        "👩\u200d🚀", // a joiner in an emoji
        "Ada ❤\ufe0f", // a variation selector
        "葛\udb40\udd00", // one of an ideograph
        "葛\udb40\uddef", // the last of those
        "🏴\udb40\udc20\udb40\udc7f", // the first tag of a flag
        "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f" // a flag
      })
  void name_invisibleCharacterNeededByScriptOrEmoji_isKept(String name) {
    assertThat(PersonName.of(name).value()).isEqualTo(name);
  }

  @Test
  void read_storedInvisibleCharacters_areRemoved() {
    try (TestTable table = new TestTable()) {
      Map<String, AttributeValue> item =
          new HashMap<>(TestTable.legacyStudent("old", "o\u200bld@x.org"));
      item.put("firstName", AttributeValue.fromS("\u200eAda\u200f"));
      table.put(item);
      Student student = table.store.findById(StudentId.of("old")).orElseThrow();
      assertThat(student.firstName()).isEqualTo(PersonName.of("Ada"));
      assertThat(student.email()).isEqualTo(EmailAddress.of("old@x.org"));

      Student updated =
          table.store.update(
              student.id(), StudentUpdate.builder().lastName(PersonName.of("New")).build());
      assertThat(updated.email()).isEqualTo(student.email());
      assertThat(table.store.findByEmail(student.email())).contains(updated);
      assertThat(table.keys()).containsExactly("email#old@x.org", "student#old");
    }
  }

  @Test
  void read_nothingVisible_isMalformed() {
    try (TestTable table = new TestTable()) {
      Map<String, AttributeValue> item = new HashMap<>(TestTable.legacyStudent("old", "old@x.org"));
      item.put("lastName", AttributeValue.fromS("\u200b"));
      table.put(item);
      assertThatThrownBy(() -> table.store.findById(StudentId.of("old")))
          .isInstanceOf(MalformedItemException.class)
          .hasMessageContaining("Attribute lastName of item student#old must not be blank");
      assertThat(Optional.of(item)).isPresent();
    }
  }
}
