package dev.students.docs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What messages say of each scenario, example and rule, computed without any code of the module: a
 * second opinion. Each verdict is a line such as {@code rule: The Rule = passed}.
 */
final class PlainVerdicts {

  private static final List<String> SEVERITY =
      List.of("passed", "skipped", "without steps", "pending", "undefined", "ambiguous", "failed");

  private final List<JsonObject> envelopes;
  private final Map<String, String> statusByNode = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  PlainVerdicts(Path messages) {
    try {
      this.envelopes =
          Files.readAllLines(messages).stream()
              .map(line -> JsonParser.parseString(line).getAsJsonObject())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the run calls itself a success. */
  boolean success() {
    return all("testRunFinished").stream().allMatch(end -> end.get("success").getAsBoolean());
  }

  List<String> lines() {
    readStatuses();
    for (JsonObject document : all("gherkinDocument")) {
      List<String> outside = new ArrayList<>();
      for (JsonElement child : document.getAsJsonObject("feature").getAsJsonArray("children")) {
        JsonObject rule = child.getAsJsonObject().getAsJsonObject("rule");
        if (rule != null) {
          List<String> statuses = new ArrayList<>();
          rule.getAsJsonArray("children").forEach(each -> statuses.addAll(scenario(each)));
          String name = text(rule, "name");
          lines.add(
              "rule: "
                  + (name.isEmpty() ? "A rule without a name" : name)
                  + " = "
                  + worst(statuses));
        }
        outside.addAll(scenario(child));
      }
      if (!outside.isEmpty()) {
        lines.add("rule: = " + worst(outside));
      }
    }
    return lines;
  }

  private void readStatuses() {
    Map<String, JsonObject> pickles = byId("pickle");
    Map<String, JsonObject> lastAttempts = new LinkedHashMap<>();
    all("testCaseStarted").stream()
        .sorted(Comparator.comparing(started -> started.get("attempt").getAsInt()))
        .forEach(started -> lastAttempts.put(text(started, "testCaseId"), started));
    byId("testCase")
        .forEach(
            (id, testCase) -> {
              JsonObject pickle = pickles.get(text(testCase, "pickleId"));
              JsonObject started = lastAttempts.get(id);
              if (pickle != null && started != null) {
                JsonArray nodes = pickle.getAsJsonArray("astNodeIds");
                statusByNode.put(
                    nodes.get(nodes.size() - 1).getAsString(), status(pickle, started));
              }
            });
  }

  private String status(JsonObject pickle, JsonObject started) {
    List<String> statuses = new ArrayList<>();
    for (JsonObject step : all("testStepFinished")) {
      if (text(step, "testCaseStartedId").equals(text(started, "id"))) {
        statuses.add(
            text(step.getAsJsonObject("testStepResult"), "status").toLowerCase(Locale.ROOT));
      }
    }
    if (pickle.getAsJsonArray("steps").isEmpty()) {
      statuses.add("without steps");
    }
    return worst(statuses);
  }

  private List<String> scenario(JsonElement child) {
    JsonObject scenario = child.getAsJsonObject().getAsJsonObject("scenario");
    if (scenario == null) {
      return List.of();
    }
    List<String> statuses = new ArrayList<>();
    for (JsonElement table : scenario.getAsJsonArray("examples")) {
      for (JsonElement row : table.getAsJsonObject().getAsJsonArray("tableBody")) {
        String status = statusByNode.getOrDefault(text(row.getAsJsonObject(), "id"), "not run");
        lines.add("example = " + status);
        statuses.add(status);
      }
    }
    if (statuses.isEmpty()) {
      statuses.add(statusByNode.getOrDefault(text(scenario, "id"), "not run"));
    }
    lines.add("scenario: " + text(scenario, "name") + " = " + worst(statuses));
    return statuses;
  }

  private static String worst(List<String> statuses) {
    Optional<String> worst =
        statuses.stream().filter(SEVERITY::contains).max(Comparator.comparing(SEVERITY::indexOf));
    String word = worst.orElse("not run");
    boolean gaps = worst.isPresent() && statuses.contains("not run") && word.equals("passed");
    return gaps ? "partly run" : word;
  }

  private Map<String, JsonObject> byId(String kind) {
    Map<String, JsonObject> found = new LinkedHashMap<>();
    all(kind).forEach(message -> found.put(text(message, "id"), message));
    return found;
  }

  private List<JsonObject> all(String kind) {
    return envelopes.stream()
        .filter(envelope -> envelope.has(kind))
        .map(envelope -> envelope.getAsJsonObject(kind))
        .toList();
  }

  private static String text(JsonObject object, String member) {
    return object.has(member) ? object.get(member).getAsString() : "";
  }
}
