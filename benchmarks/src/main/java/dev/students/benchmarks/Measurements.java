package dev.students.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was measured, in the order in which it was. */
record Measurements(List<Measured> all) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Measurements where(String label, Object value) {
    return new Measurements(
        all.stream().filter(each -> each.label(label).equals(value.toString())).toList());
  }

  /** The different values of a label, in order, of what has it. */
  List<String> values(String label) {
    return all.stream()
        .map(each -> each.label(label))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** A figure's median over all rounds. */
  double median(String figure) {
    return Ratio.of(all.stream().map(each -> each.figure(figure)).toList()).median();
  }

  /** A figure as a multiple of the other's, round by round. Empty if no round has both. */
  Optional<Ratio> ratio(String figure, Measurements other) {
    Map<String, Double> others = other.byRound(figure);
    List<Double> ratios = new ArrayList<>();
    byRound(figure)
        .forEach(
            (round, mine) ->
                Optional.ofNullable(others.get(round))
                    .ifPresent(theirs -> ratios.add(mine / theirs)));
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Ratio.of(ratios));
  }

  /** The same as text for a table. */
  String ratioText(String figure, Measurements other) {
    return ratio(figure, other).map(Ratio::text).orElse("–");
  }

  private Map<String, Double> byRound(String figure) {
    return all.stream()
        .filter(each -> each.figures().containsKey(figure))
        .collect(
            Collectors.groupingBy(
                each -> each.label(Measured.ROUND),
                Collectors.averagingDouble(each -> each.figure(figure))));
  }

  /** Adds lines of JSON to a file. */
  void appendTo(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Measured each : all) {
      lines.add(JSON.writeValueAsString(each));
    }
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Reads them again. */
  static Measurements read(Path file) throws IOException {
    List<Measured> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      all.add(JSON.readValue(line, Measured.class));
    }
    return new Measurements(all);
  }

  /** Reads a document. */
  static Measurements published(Path file) throws IOException {
    JsonNode measured = JSON.readTree(file.toFile()).path("measured");
    return new Measurements(List.of(JSON.treeToValue(measured, Measured[].class)));
  }

  /** As a document, a line each, with the machine that they come from. */
  String document(Map<String, Object> machine) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Measured each : all) {
      lines.add(JSON.writeValueAsString(each));
    }
    return "{\n  \"machine\": "
        + JSON.writeValueAsString(machine)
        + ",\n  \"measured\": [\n    "
        + String.join(",\n    ", lines)
        + "\n  ]\n}\n";
  }
}
