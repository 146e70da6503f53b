package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.local.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses a template in JSON or YAML. Short forms in YAML are expanded: {@code !Ref x} becomes
 * {@code {"Ref": "x"}}, {@code !Sub x} becomes {@code {"Fn::Sub": "x"}}.
 */
final class TemplateText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TemplateText() {}

  static JsonNode parse(InputStream template) {
    try {
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      return text.stripLeading().startsWith("{") ? JSON.readTree(text) : yaml(text);
    } catch (IOException | YAMLException e) {
      throw new TemplateException(
          "The template is neither valid JSON nor valid YAML: " + e.getMessage(), e);
    }
  }

  private static JsonNode yaml(String text) {
    DumperOptions dumping = new DumperOptions();
    LoaderOptions loading = new LoaderOptions();
    return JSON.valueToTree(
        new Yaml(
                new ShortForms(loading),
                new Representer(dumping),
                dumping,
                loading,
                new PlainScalars())
            .load(text));
  }

  /** Reads a version such as 2010-09-09 as text, not as a date. */
  private static final class PlainScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  private static final class ShortForms extends SafeConstructor {

    ShortForms(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new ShortForm());
    }

    private Object value(Node node) {
      if (node instanceof MappingNode mapping) {
        return constructMapping(mapping);
      }
      return node instanceof SequenceNode sequence
          ? constructSequence(sequence)
          : ((ScalarNode) node).getValue();
    }

    private final class ShortForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object value = value(node);
        return switch (name) {
          case "Ref", "Condition" -> Map.of(name, value);
          case "GetAtt" ->
              Map.of(
                  "Fn::GetAtt",
                  value instanceof String path ? List.of(path.split("\\.", 2)) : value);
          default -> Map.of("Fn::" + name, value);
        };
      }
    }
  }
}
