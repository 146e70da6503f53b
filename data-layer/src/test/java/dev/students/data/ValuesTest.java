package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final String SURROGATE = "\ud83d";

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "X Æ A-12", "李", "Nguyễn Thị Ánh", "عمر", "𝒜", "O'Neil", "n/a"})
  void name_anyScript_isKept(String name) {
    assertThat(PersonName.of(name).value()).isEqualTo(name);
  }

  @Test
  void name_decomposedOrSurroundedBySpace_isNormalized() {
    assertThat(PersonName.of(" e\u0301milie\u3000").value()).isEqualTo("\u00e9milie");
    assertThat(PersonName.of("\u00a0Ada\u00a0L.\u202f").value()).isEqualTo("Ada\u00a0L.");
    assertThat(PersonName.of("  Ada  ").value()).isEqualTo("Ada");
  }

  @Test
  void name_moreThan100CodePoints_isRefused() {
    assertThat(PersonName.of("𝒜".repeat(100)).value()).hasSize(200);
    refused(() -> PersonName.of("𝒜".repeat(101)), "name", "must have at most 100 characters");
    refused(() -> PersonName.of("x".repeat(101)), "name", "must have at most 100 characters");
  }

  @Test
  void name_blankOrControlOrUnpairedSurrogate_isRefused() {
    refused(() -> PersonName.of(""), "name", "must not be blank");
    refused(() -> PersonName.of(" \u3000"), "name", "must not be blank");
    refused(() -> PersonName.of("\u00a0\u2007"), "name", "must not be blank");
    refused(() -> PersonName.of("a\u0000"), "name", "must not contain a control character");
    refused(() -> PersonName.of("a\u0085b"), "name", "must not contain a control character");
    refused(() -> PersonName.of("\n"), "name", "must not contain a control character");
    refused(() -> PersonName.of("a" + SURROGATE), "name", "must not contain an unpaired surrogate");
  }

  @Test
  void email_malformed_isRefused() {
    String oneAt = "must have exactly one '@'";
    refused(() -> EmailAddress.of(""), "email", oneAt);
    refused(() -> EmailAddress.of("ada"), "email", oneAt);
    refused(() -> EmailAddress.of("a@b@c"), "email", oneAt);
    refused(() -> EmailAddress.of("@b"), "email", "must have a local part before the '@'");
    refused(() -> EmailAddress.of("a@"), "email", "must have a domain after the '@'");
    refused(() -> EmailAddress.of("a b@c"), "email", "must not contain white space");
    refused(() -> EmailAddress.of(" a@c"), "email", "must not contain white space");
    refused(() -> EmailAddress.of("a\u00a0@c"), "email", "must not contain white space");
    refused(() -> EmailAddress.of("a@c\r\nBcc:d"), "email", "must not contain a control character");
    refused(
        () -> EmailAddress.of(SURROGATE + "@c"), "email", "must not contain an unpaired surrogate");
    assertThat(EmailAddress.of("a@b").value()).isEqualTo("a@b");
  }

  @Test
  void email_moreThan254BytesInAnyForm_isRefused() {
    String rule = "must have at most 254 bytes of UTF-8, also in lower case and case-folded";
    assertThat(EmailAddress.of("é".repeat(126) + "@b").value()).hasSize(128);
    assertThat(EmailAddress.of("e".repeat(252) + "@b").value()).hasSize(254);
    refused(() -> EmailAddress.of("e".repeat(252) + "@bc"), "email", rule);
    refused(() -> EmailAddress.of("é".repeat(126) + "@bc"), "email", rule);
    // A capital I with a dot above becomes an i and a combining dot: two bytes become three.
    refused(() -> EmailAddress.of("İ".repeat(126) + "@b"), "email", rule);
  }

  @Test
  void normalized_anyLocale_isEqual() {
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("tr", "de", "lt", "en")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(EmailAddress.of("IRIS@GROẞ.DE").normalized()).isEqualTo("iris@gross.de");
        assertThat(EmailAddress.of("İPEK@x.tr").normalized()).isEqualTo("i\u0307pek@x.tr");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void normalized_spellingsOfOneAddress_areEqual() {
    assertThat(EmailAddress.of("E\u0301va@x.org").normalized())
        .isEqualTo(EmailAddress.of("\u00e9VA@X.ORG").normalized());
    assertThat(EmailAddress.of("Ada@x.org")).isNotEqualTo(EmailAddress.of("ada@x.org"));
  }

  @Test
  void name_anyAccepted_isIdempotent() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 120))
        .checkAssert(
            text ->
                accepted(() -> PersonName.of(text))
                    .ifPresent(
                        name -> {
                          assertThat(PersonName.of(name.value())).isEqualTo(name);
                          assertThat(name.value()).isNotBlank();
                          assertThat(Normalizer.isNormalized(name.value(), Normalizer.Form.NFC))
                              .isTrue();
                        }));
  }

  @Test
  void normalized_anyAccepted_isIdempotent() {
    qt().forAll(
            strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 60),
            strings().basicLatinAlphabet().ofLengthBetween(0, 60))
        .checkAssert(
            (local, domain) ->
                accepted(() -> EmailAddress.of(local + "@" + domain))
                    .ifPresent(
                        email -> {
                          String normal = email.normalized();
                          assertThat(EmailAddress.of(normal).normalized()).isEqualTo(normal);
                          assertThat(normal.getBytes(StandardCharsets.UTF_8))
                              .hasSizeLessThanOrEqualTo(254);
                          assertThat(EmailAddress.of(email.value())).isEqualTo(email);
                        }));
  }

  @Test
  void id_invalidCharacterOrLength_isRefused() {
    String longest = "aZ0._:-9".repeat(16);
    assertThat(StudentId.of(longest).value()).isEqualTo(longest);
    assertThat(AwardId.of(longest).value()).isEqualTo(longest);
    String rule = "must be 1 to 128 characters of A-Z a-z 0-9 . _ : -";
    for (String wrong : List.of("", longest + "a", "a#b", "a/b", "ä", "a b", "a\n")) {
      refused(() -> StudentId.of(wrong), "studentId", rule);
      refused(() -> AwardId.of(wrong), "awardId", rule);
    }
    qt().forAll(lists().of(strings().basicLatinAlphabet().ofLength(1)).ofSizeBetween(0, 130))
        .checkAssert(
            characters -> {
              String id = String.join("", characters);
              assertThat(accepted(() -> StudentId.of(id)).isPresent())
                  .isEqualTo(id.matches("[A-Za-z0-9._:-]{1,128}"));
            });
  }

  @Test
  void random_ids_differ() {
    assertThat(StudentId.random()).isNotEqualTo(StudentId.random());
    assertThat(AwardId.random()).isNotEqualTo(AwardId.random());
  }

  @Test
  void award_zeroOrTooLarge_isRefused() {
    AwardId id = AwardId.of("quiz");
    String rule =
        "must be from 1 to 9007199254740991 XP, or from -1 to -9007199254740991 XP to deduct";
    for (long amount : new long[] {1, -1, XpAward.MAX_XP, -XpAward.MAX_XP}) {
      assertThat(XpAward.of(id, amount)).isEqualTo(new XpAward(id, amount));
    }
    for (long amount :
        new long[] {0, XpAward.MAX_XP + 1, -XpAward.MAX_XP - 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      refused(() -> XpAward.of(id, amount), "amount", rule);
    }
    assertThat(XpAward.MAX_XP).isEqualTo(9_007_199_254_740_991L);
  }

  @Test
  void update_empty_isRefused() {
    refused(
        () -> StudentUpdate.builder().expectedVersion(3).build(),
        "update",
        "must change at least one attribute");
    assertThat(
            StudentUpdate.builder()
                .firstName(PersonName.of("A"))
                .lastName(PersonName.of("B"))
                .email(EmailAddress.of("a@b"))
                .expectedVersion(3)
                .build())
        .isEqualTo(
            StudentFixture.update(
                Optional.of(PersonName.of("A")),
                Optional.of(PersonName.of("B")),
                Optional.of(EmailAddress.of("a@b")),
                OptionalLong.of(3)));
    assertThat(StudentUpdate.builder().email(EmailAddress.of("a@b")).build().expectedVersion())
        .isEmpty();
    assertThat(StudentUpdate.builder().lastName(PersonName.of("B")).build().firstName()).isEmpty();
  }

  @Test
  void toString_values_containNoPersonalData() {
    PersonName first = PersonName.of("Secretia");
    PersonName last = PersonName.of("Secretson");
    EmailAddress email = EmailAddress.of("secret@example.org");
    NewStudent wanted = NewStudent.of(first, last, email);
    Student student =
        StudentFixture.student(
            StudentId.of("7"),
            first,
            last,
            email,
            5,
            3,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    StudentUpdate update = StudentUpdate.builder().firstName(first).email(email).build();
    assertThat(List.of(first, last, email, wanted, wanted.withId(StudentId.of("7")), student))
        .map(Object::toString)
        .containsExactly(
            "PersonName[…]",
            "PersonName[…]",
            "EmailAddress[…]",
            "NewStudent[id=random, …]",
            "NewStudent[id=7, …]",
            "Student[id=7, xp=5, version=3, isDeleted=false, …]");
    assertThat(update)
        .asString()
        .startsWith("StudentUpdate[firstName=…, lastName=unchanged, email=…")
        .doesNotContainIgnoringCase("secret");
  }

  private static <T> Optional<T> accepted(Supplier<T> factory) {
    try {
      return Optional.of(factory.get());
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static void refused(Runnable factory, String field, String rule) {
    assertThatThrownBy(factory::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
            })
        .hasMessage(field + " " + rule);
  }
}
