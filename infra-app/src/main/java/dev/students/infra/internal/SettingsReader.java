package dev.students.infra.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.students.infra.InvalidSettingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the app's settings out of the CDK context: unknown keys, type conversions and nulls are
 * refused.
 */
public final class SettingsReader {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, SettingsReader::refuseNonText)
          .build();

  private SettingsReader() {}

  /**
   * Reads the settings below a context key.
   *
   * @param key the context key, which messages start with
   * @param context its value: a map, or JSON text, since the CLI passes {@code -c key=value} as
   *     text; null if there is none
   * @throws InvalidSettingException naming the first setting that is wrong, and the rule it breaks
   */
  public static AppSettings read(String key, @Nullable Object context) {
    JsonNode tree = tree(key, context);
    refuseNulls(key, tree);
    List<EnvironmentSettings> environments = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      String path = key + "." + entry.getKey();
      EnvironmentKind kind = kind(path, entry.getKey());
      environments.add(SettingsCheck.check(path, kind, written(path, entry.getValue())));
    }
    return new AppSettings(environments);
  }

  private static JsonNode tree(String key, @Nullable Object context) {
    JsonNode tree;
    try {
      tree = context instanceof String text ? STRICT.readTree(text) : STRICT.valueToTree(context);
    } catch (JacksonException e) {
      throw new InvalidSettingException(key, "is not JSON: " + e.getOriginalMessage());
    }
    if (!tree.isObject() || tree.isEmpty()) {
      throw new InvalidSettingException(
          key, "must be an object with at least one of the environments " + knownKinds());
    }
    return tree;
  }

  private static void refuseNulls(String path, JsonNode node) {
    if (node.isNull()) {
      throw new InvalidSettingException(path, "must not be null; leave the setting out instead");
    }
    node.properties().forEach(it -> refuseNulls(path + "." + it.getKey(), it.getValue()));
  }

  private static EnvironmentKind kind(String path, String name) {
    return Arrays.stream(EnvironmentKind.values())
        .filter(kind -> kind.key().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    path, "is not an environment; the environments are " + knownKinds()));
  }

  private static WrittenSettings written(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidSettingException(path, "must be an object, but was " + node);
    }
    try {
      return STRICT.treeToValue(node, WrittenSettings.class);
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new InvalidSettingException(
          path(path, e), "is not a setting; the settings here are " + known);
    } catch (MismatchedInputException e) {
      throw new InvalidSettingException(path(path, e), "must be " + words(e.getTargetType()));
    } catch (JsonMappingException e) {
      throw new InvalidSettingException(path(path, e), e.getOriginalMessage());
    } catch (JacksonException e) {
      throw new InvalidSettingException(path, e.getOriginalMessage());
    }
  }

  private static String path(String start, JsonMappingException e) {
    return start
        + e.getPath().stream().map(it -> "." + it.getFieldName()).collect(Collectors.joining());
  }

  private static String words(@Nullable Class<?> type) {
    if (type == Integer.class) {
      return "a whole number, without quotation marks";
    }
    if (type == Boolean.class) {
      return "true or false, without quotation marks";
    }
    return type == String.class ? "text in quotation marks" : "an object";
  }

  private static String knownKinds() {
    return Arrays.stream(EnvironmentKind.values())
        .map(EnvironmentKind::key)
        .collect(Collectors.joining(", "));
  }

  private static void refuseNonText(MutableCoercionConfig textual) {
    textual
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
