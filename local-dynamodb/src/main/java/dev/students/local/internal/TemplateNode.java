package dev.students.local.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.local.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A node of a template that knows where it stands, so that a complaint names the property. */
record TemplateNode(String path, JsonNode json) {

  @SafeVarargs
  final void allowOnly(Set<String>... allowed) {
    Set<String> unknown = new TreeSet<>();
    json.fieldNames().forEachRemaining(unknown::add);
    for (Set<String> names : allowed) {
      unknown.removeAll(names);
    }
    if (!unknown.isEmpty()) {
      throw error(
          String.join(", ", unknown),
          "is not supported: a local table would silently differ from the deployed one. Teach"
              + " dev.students.local.TemplateTable what it means, or take it out of the template");
    }
  }

  boolean has(String property) {
    return json.has(property);
  }

  Optional<TemplateNode> child(String property) {
    return has(property)
        ? Optional.of(new TemplateNode(path + "." + property, json.get(property)))
        : Optional.empty();
  }

  TemplateNode required(String property) {
    return child(property).orElseThrow(() -> error(property, "is missing"));
  }

  List<TemplateNode> list(String property) {
    TemplateNode list = required(property);
    if (!list.json.isArray()) {
      throw error(property, "is not a list");
    }
    List<TemplateNode> elements = new ArrayList<>();
    for (JsonNode element : list.json) {
      elements.add(new TemplateNode(list.path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  String text(String property) {
    return optionalText(property).orElseThrow(() -> error(property, "is missing"));
  }

  Optional<String> optionalText(String property) {
    return child(property)
        .map(
            node -> {
              if (!node.json.isTextual()) {
                throw error(property, "is not a plain text");
              }
              return node.json.asText();
            });
  }

  List<String> texts(String property) {
    return list(property).stream()
        .map(
            node -> {
              if (!node.json.isTextual()) {
                throw error(property, "is not a list of plain texts");
              }
              return node.json.asText();
            })
        .toList();
  }

  long number(String property) {
    TemplateNode node = required(property);
    if (!node.json.canConvertToLong() || !node.json.isIntegralNumber()) {
      throw error(property, "is not a whole number");
    }
    return node.json.asLong();
  }

  /** A true or false, false when absent. */
  boolean flag(String property) {
    return child(property)
        .map(
            node -> {
              if (!node.json.isBoolean()) {
                throw error(property, "is neither true nor false");
              }
              return node.json.asBoolean();
            })
        .orElse(false);
  }

  TemplateException error(String property, String complaint) {
    return new TemplateException("Table " + path + ": " + property + " " + complaint + ".");
  }
}
