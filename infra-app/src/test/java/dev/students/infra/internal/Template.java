package dev.students.infra.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.infra.StudentsApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A synthesized template, as tests look at it. */
record Template(String stack, JsonNode json) {

  /** Where the build has synthesized the app to, with the settings of {@code cdk.json}. */
  static final Path ASSEMBLY = Path.of("infra-app/target/cdk.out");

  /** The environments of {@code cdk.json}, whatever they are called. */
  static List<EnvironmentSettings> environments() {
    return SettingsReader.read(
            "students", StudentsApp.contextOf(Path.of("cdk.json")).get("students"))
        .environments();
  }

  static List<String> stacks() {
    return environments().stream().map(EnvironmentSettings::stackName).toList();
  }

  static List<String> monitoredStacks() {
    return environments().stream()
        .filter(it -> it.kind().isMonitored())
        .map(EnvironmentSettings::stackName)
        .toList();
  }

  static Template built(String stack) {
    return read(ASSEMBLY, stack);
  }

  static Template read(Path assembly, String stack) {
    return new Template(stack, json(assembly.resolve(stack + ".template.json")));
  }

  static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties of all resources of a type, by logical id. */
  Map<String, JsonNode> properties(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    json.path("Resources")
        .properties()
        .forEach(
            it -> {
              if (it.getValue().path("Type").asText().equals(type)) {
                found.put(it.getKey(), it.getValue().path("Properties"));
              }
            });
    return found;
  }

  JsonNode resource(String logicalId) {
    return json.path("Resources").path(logicalId);
  }

  @Override
  public String toString() {
    return stack;
  }
}
