package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.students.infra.InvalidSettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting with values of every wrong type, and with values that are far too long. */
class SettingsFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> OF_EACH_TYPE =
      List.of(
          "true",
          "7",
          "-1",
          "7.5",
          "1e40",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"7\"",
          "\"true\"",
          "[]",
          "[7]",
          "[[\"x\"]]",
          "{}",
          "{\"x\": 7}",
          "{\"x\": {\"y\": \"z\"}}",
          "null");

  private static final List<String> LONG =
      List.of("a", "a.", "-a", "1", "a@", "é", "arn:", "/", ".", "*", " ").stream()
          .map(it -> it.repeat(100_000))
          .toList();

  private static final Map<String, Object> DELIVERY = new LinkedHashMap<>();

  static {
    DELIVERY.put("repository", "school/students");
    DELIVERY.put("ownerId", "583231");
    DELIVERY.put("repositoryId", "1296269");
    DELIVERY.put("branch", "main");
    DELIVERY.put("issuer", "https://gitlab.school.example");
    DELIVERY.put("audience", "students");
    DELIVERY.put("subjects", Map.of("some", "project"));
    DELIVERY.put("existingProvider", true);
  }

  static Stream<Arguments> wrongTypes() {
    List<Arguments> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> setting : settings().entrySet()) {
      for (String value : OF_EACH_TYPE) {
        if (isOfAnotherType(setting.getValue(), read(value))) {
          all.add(Arguments.of(setting.getKey(), value));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongTypes")
  void setting_valueOfWrongType_isRefusedWithItsPath(String setting, String value) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", document(setting, value)))
        .satisfies(e -> assertThat(e.setting()).startsWith("students." + setting));
  }

  static Stream<Arguments> longTexts() {
    List<Arguments> all = new ArrayList<>();
    settings()
        .forEach(
            (setting, sample) -> {
              if (sample.isTextual()) {
                LONG.forEach(text -> all.add(Arguments.of(setting, text.substring(0, 4), text)));
              }
            });
    return all.stream();
  }

  /** Without an overflow of the stack, and in a message that can be read. */
  @ParameterizedTest(name = "{0} = {1}…")
  @MethodSource("longTexts")
  void setting_hundredThousandCharacters_isRefusedInAShortMessage(
      String setting, String start, String text) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .as(start)
        .isThrownBy(() -> SettingsReader.read("students", document(setting, "\"" + text + "\"")))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
  }

  @ParameterizedTest
  @MethodSource("longNames")
  void name_hundredThousandCharacters_isRefused(String start, String name) {
    for (String document :
        List.of(
            "{\"" + name + "\": {\"kind\": \"dev\"}}",
            "{\"dev\": {\"" + name + "\": 7}}",
            "{\"dev\": {\"tags\": {\"" + name + "\": \"x\"}}}",
            "{\"dev\": {\"tags\": {\"x\": \"" + name + "\"}}}")) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .as(start)
          .isThrownBy(() -> SettingsReader.read("students", document))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }
  }

  static Stream<Arguments> longNames() {
    return LONG.stream().map(it -> Arguments.of(it.substring(0, 4), it));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void settings_nestedDeeply_areRefused(String document) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", document));
  }

  static Stream<String> deep() {
    return Stream.of(900, 100_000)
        .flatMap(
            depth ->
                Stream.of(
                    "{\"dev\": {\"tags\": " + "[".repeat(depth) + "]".repeat(depth) + "}}",
                    "{\"dev\": " + "{\"x\": ".repeat(depth) + "7" + "}".repeat(depth) + "}"));
  }

  /** By its path below the settings, such as {@code some.alarms.email}, with a valid value. */
  private static Map<String, JsonNode> settings() {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    settings.put("some.kind", JSON.valueToTree("staging"));
    SettingPairs.OPTIONAL.forEach(
        (name, sample) -> settings.put("some." + name, JSON.valueToTree(sample)));
    DELIVERY.forEach((name, sample) -> settings.put("delivery." + name, JSON.valueToTree(sample)));
    return settings;
  }

  private static String document(String setting, String value) {
    ObjectNode document = JSON.createObjectNode();
    document.putObject("some").put("kind", "staging");
    String[] path = setting.split("\\.", -1);
    ObjectNode at = document;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.withObjectProperty(path[i]);
    }
    at.set(path[path.length - 1], read(value));
    return document.toString();
  }

  /** An object of texts is of another type than an object of anything else. */
  private static boolean isOfAnotherType(JsonNode sample, JsonNode value) {
    return sample.getNodeType() != value.getNodeType()
        || (sample.isIntegralNumber() && !value.canConvertToInt())
        || (sample.isIntegralNumber() && !value.isIntegralNumber())
        || (value.getNodeType() == JsonNodeType.OBJECT && !value.isEmpty())
        || (value.getNodeType() == JsonNodeType.ARRAY && !value.isEmpty());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
