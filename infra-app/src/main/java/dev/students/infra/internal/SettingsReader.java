package dev.students.infra.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(
              it -> it.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
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
      String name = entry.getKey();
      if (!name.equals(EnvironmentNames.DELIVERY)) {
        String path = key + "." + name;
        environments.add(
            SettingsCheck.check(
                path, name, written(path, entry.getValue(), WrittenSettings.class)));
      }
    }
    refuseOneNameTwice(key, environments);
    return new AppSettings(environments, delivery(key, tree, environments));
  }

  private static void refuseOneNameTwice(String key, List<EnvironmentSettings> environments) {
    Map<String, EnvironmentSettings> names = new HashMap<>();
    for (EnvironmentSettings environment : environments) {
      EnvironmentSettings other =
          names.putIfAbsent(environment.name().replace("-", ""), environment);
      if (other != null) {
        throw new InvalidSettingException(
            key + "." + environment.environment(),
            other.name().equals(environment.name())
                ? "would have the stack " + environment.stackName() + ", which is another's already"
                : "must differ from " + other.name() + " by more than hyphens");
      }
    }
  }

  private static Optional<DeliverySettings> delivery(
      String key, JsonNode tree, List<EnvironmentSettings> environments) {
    String path = key + "." + EnvironmentNames.DELIVERY;
    if (!tree.has(EnvironmentNames.DELIVERY)) {
      return Optional.empty();
    }
    if (environments.isEmpty()) {
      throw new InvalidSettingException(path, "has no effect without an environment");
    }
    return Optional.of(
        DeliveryCheck.check(
            path,
            written(path, tree.path(EnvironmentNames.DELIVERY), WrittenSettings.Delivery.class),
            environments.stream().map(EnvironmentSettings::name).toList()));
  }

  private static JsonNode tree(String key, @Nullable Object context) {
    JsonNode tree;
    try {
      tree =
          context instanceof String text ? StrictJson.read(key, text) : STRICT.valueToTree(context);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(key, "is not JSON");
    }
    if (!tree.isObject() || tree.isEmpty()) {
      throw new InvalidSettingException(
          key,
          "must be an object with at least one environment, such as "
              + EnvironmentNames.known(", "));
    }
    return tree;
  }

  private static void refuseNulls(String path, JsonNode node) {
    if (node.isNull()) {
      throw new InvalidSettingException(path, "must not be null; leave the setting out instead");
    }
    node.properties().forEach(it -> refuseNulls(path + "." + it.getKey(), it.getValue()));
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      refuseNulls(path + "[" + i + "]", node.path(i));
    }
  }

  private static <T> T written(String path, JsonNode node, Class<T> type) {
    if (!node.isObject()) {
      throw new InvalidSettingException(path, "must be an object, but was " + node);
    }
    try {
      return STRICT.treeToValue(node, type);
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
      throw new InvalidSettingException(
          path(path, e),
          e.getCause() instanceof InputCoercionException
              ? "must be a whole number of at most " + Integer.MAX_VALUE
              : e.getOriginalMessage());
    } catch (JacksonException e) {
      throw new InvalidSettingException(path, e.getOriginalMessage());
    }
  }

  private static String path(String start, JsonMappingException e) {
    return start
        + e.getPath().stream()
            .map(
                it ->
                    it.getFieldName() == null ? "[" + it.getIndex() + "]" : "." + it.getFieldName())
            .collect(Collectors.joining());
  }

  private static String words(@Nullable Class<?> type) {
    if (type == Integer.class) {
      return "a whole number, without quotation marks";
    }
    if (type == Boolean.class) {
      return "true or false, without quotation marks";
    }
    if (type == EnvironmentKind.class) {
      return "one of " + EnvironmentNames.known(", ");
    }
    if (type != null && Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == String.class ? "text in quotation marks" : "an object";
  }

  private static void refuseNonText(MutableCoercionConfig textual) {
    textual
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
