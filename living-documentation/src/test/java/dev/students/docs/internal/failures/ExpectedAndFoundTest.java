package dev.students.docs.internal.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against messages of real assertions, so that a new wording of JUnit or AssertJ is noticed. */
class ExpectedAndFoundTest {

  private record Book(String title, int copies) {}

  @Test
  void in_equalityOfAssertJ_isUnderstood() {
    assertThat(of(() -> assertThat(4).as("copies").isEqualTo(3)))
        .isEqualTo(new ExpectedAndFound("copies", "3", "4"));
    assertThat(of(() -> assertThat(new Book("Momo", 1)).isEqualTo(new Book("Momo", 2))))
        .isEqualTo(
            new ExpectedAndFound("", "Book[title=Momo, copies=2]", "Book[title=Momo, copies=1]"));
  }

  @Test
  void in_textsOfSeveralLines_areKept() {
    assertThat(of(() -> assertThat("one\ntwo").isEqualTo("one\nthree")))
        .isEqualTo(new ExpectedAndFound("", "\"one\nthree\"", "\"one\ntwo\""));
  }

  @Test
  void in_equalityOfJUnit_isUnderstood() {
    assertThat(of(() -> assertEquals(3, 4))).isEqualTo(new ExpectedAndFound("", "3", "4"));
    assertThat(of(() -> assertEquals("a > b", "a < b", "the sign")))
        .isEqualTo(new ExpectedAndFound("the sign", "a > b", "a < b"));
    assertThat(of(() -> assertTrue(List.of().contains(1), "it is in")))
        .isEqualTo(new ExpectedAndFound("it is in", "true", "false"));
    assertThat(of(() -> assertArrayEquals(new int[] {1}, new int[] {2})))
        .isEqualTo(new ExpectedAndFound("array contents differ at index [0],", "1", "2"));
  }

  @Test
  void in_contentsOfACollection_areUnderstood() {
    ExpectedAndFound told = of(() -> assertThat(List.of(1, 2)).as("marks").contains(3));

    assertThat(told.subject()).isEqualTo("marks");
    assertThat(told.found()).isEqualTo("[1, 2]");
    assertThat(told.expected()).startsWith("to contain:\n  [3]");
    assertThat(of(() -> assertThat(List.of(1, 2)).hasSize(3)).expected()).isEqualTo("size: 3");
    assertThat(of(() -> assertThat(Map.of("a", 1)).containsEntry("a", 2)).found())
        .isEqualTo("{\"a\"=1}");
  }

  @Test
  void in_conditionsOfAssertJ_areUnderstood() {
    assertThat(of(() -> assertThat(List.of(1)).isEmpty()))
        .isEqualTo(new ExpectedAndFound("", "empty", "[1]"));
    assertThat(of(() -> assertThat(List.of().contains(1)).isTrue()))
        .isEqualTo(new ExpectedAndFound("", "value to be true", "false"));
    assertThat(of(() -> assertThat(3).isGreaterThan(5)))
        .isEqualTo(new ExpectedAndFound("", "to be greater than:\n  5", "3"));
    assertThat(of(() -> assertThat(Optional.of(1)).isEmpty()).found()).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Expected values to be strictly equal:\n\n4 !== 3\n",
        "AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n4 !== 3\n",
        "Expected values to be strictly equal:\n+ actual - expected\n\n+ 4\n- 3\n",
        "Expected values to be strictly equal:\n+ actual - expected\n\n+ 4\n- 3\n   ^\n",
        "expected 4 to equal 3",
        "expected 4 to deeply equal 3",
        "expect(received).toBe(expected) // Object.is equality\n\nExpected: 3\nReceived: 4",
        "expect(page).toHaveTitle(expected) failed\n\nExpected string: 3\nReceived string: 4",
        "\nexpected: 3\n     got: 4\n\n(compared using ==)\n",
        "Expected: 3\n  Actual: 4",
        "Assert.Equal() Failure: Values differ\nExpected: 3\nActual:   4",
        "  Expected: 3\n  But was:  4\n",
      })
  void in_equalityInAnotherLanguage_isUnderstood(String message) {
    ExpectedAndFound told = ExpectedAndFound.in(message).orElseThrow();

    assertThat(told.expected() + " " + told.found()).isEqualTo("3 4");
  }

  @Test
  void in_anyOtherMessage_isEmpty() {
    assertThat(ExpectedAndFound.in("the shelf cannot be reached")).isEmpty();
    assertThat(ExpectedAndFound.in("")).isEmpty();
    assertThat(ExpectedAndFound.in("expected more of you")).isEmpty();
  }

  private static ExpectedAndFound of(ThrowingCallable assertion) {
    String message = String.valueOf(catchThrowable(assertion).getMessage());
    return ExpectedAndFound.in(message).orElseThrow(() -> new AssertionError(message));
  }
}
