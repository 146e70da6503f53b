package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TruncationRequestTest {

  @Test
  void fromJson_tableNameOnly_usesDefaults() {
    assertThat(TruncationRequest.fromJson(Map.of("table", "students")))
        .isEqualTo(new TruncationRequest("students", false, 45, false, false));
  }

  @Test
  void fromJson_readsEveryField() {
    assertThat(
            TruncationRequest.fromJson(
                Map.of(
                    "table", "students",
                    "dryRun", true,
                    "seconds", 60,
                    "acceptStream", true,
                    "acceptReplicas", true)))
        .isEqualTo(new TruncationRequest("students", true, 60, true, true));
  }

  /** The values to which the runtime parses the payloads {@code null} and {@code []}. */
  @Test
  void fromJson_notAnObject_isRefused() {
    assertThatExceptionOfType(InvalidTruncationException.class)
        .isThrownBy(() -> TruncationRequest.fromJson(null))
        .withMessage("request must be an object, such as {\"table\": …}.");
  }

  @ParameterizedTest
  @MethodSource
  void fromJson_invalidField_isRefusedByFieldAndRule(Map<String, Object> json, String message) {
    assertThatExceptionOfType(InvalidTruncationException.class)
        .isThrownBy(() -> TruncationRequest.fromJson(json))
        .withMessage(message);
  }

  static Stream<Arguments> fromJson_invalidField_isRefusedByFieldAndRule() {
    return Stream.of(
        Arguments.of(Map.of(), "table must be the name of the table, as a confirmation."),
        Arguments.of(Map.of("table", 1), "table must be the name of the table, as a confirmation."),
        Arguments.of(
            Map.of("table", " "), "table must be the name of the table, as a confirmation."),
        Arguments.of(
            Map.of("table", "t", "dryrun", true),
            "dryrun is not a field of the request; there are"
                + " [acceptReplicas, acceptStream, dryRun, seconds, table]."),
        Arguments.of(Map.of("table", "t", "dryRun", "true"), "dryRun must be true or false."),
        Arguments.of(withNull("dryRun"), "dryRun must be true or false."),
        Arguments.of(Map.of("table", "t", "seconds", 0), "seconds must be 1 to 60, not 0."),
        Arguments.of(Map.of("table", "t", "seconds", 61), "seconds must be 1 to 60, not 61."),
        Arguments.of(Map.of("table", "t", "seconds", 1.5), "seconds must be a whole number."));
  }

  @SuppressWarnings("NullAway") // The runtime parses a JSON null to a Java null.
  private static Map<String, Object> withNull(String field) {
    Map<String, Object> json = new HashMap<>(Map.of("table", "t"));
    json.put(field, null);
    return json;
  }
}
