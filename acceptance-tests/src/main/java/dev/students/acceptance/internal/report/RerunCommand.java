package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.targets.TargetOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The shell command that runs scenarios again on the same target. */
final class RerunCommand {

  private static final String LOCATIONS = "{locations}";

  private final RunSummary summary;

  RerunCommand(RunSummary summary) {
    this.summary = summary;
  }

  /** The command with the placeholder {@code {locations}}. */
  String template() {
    return words().stream().map(ShellWord::of).collect(Collectors.joining(" ")) + " " + LOCATIONS;
  }

  /** The command for the failed scenarios only. */
  String ofFailed() {
    return template()
        .replace(
            LOCATIONS,
            summary.failed().stream()
                .map(ScenarioResult::location)
                .map(ShellWord::of)
                .collect(Collectors.joining(" ")));
  }

  private List<String> words() {
    TargetOptions options = summary.options();
    List<String> words = new ArrayList<>(List.of("./acceptance", "--target", summary.target()));
    switch (summary.target()) {
      case "endpoint" -> {
        options.endpoint().ifPresent(url -> words.addAll(List.of("--endpoint", url.toString())));
        options.allowedHosts().forEach(host -> words.addAll(List.of("--allow-host", host)));
        addEmulatorAccount(words, options);
      }
      case "localstack" -> {
        addEmulatorAccount(words, options);
        addImage(words, options);
      }
      case "aws" -> {
        words.addAll(List.of("--environment", summary.environment()));
        if (options.allowProduction()) {
          words.add("--allow-production");
        }
      }
      default -> {
        // The embedded target has no options.
      }
    }
    options.knownStudent().ifPresent(id -> words.addAll(List.of("--known-student", id)));
    return words;
  }

  private static void addEmulatorAccount(List<String> words, TargetOptions options) {
    if (!options.emulatorAccount().equals(TargetOptions.ACCOUNT)) {
      words.addAll(List.of("--emulator-account", options.emulatorAccount()));
    }
  }

  private static void addImage(List<String> words, TargetOptions options) {
    String image = options.localStackImage();
    if (!image.equals(TargetOptions.IMAGE)) {
      int tag = image.lastIndexOf(':');
      words.addAll(List.of("--localstack-image", image.substring(0, tag)));
      words.addAll(List.of("--localstack-tag", image.substring(tag + 1)));
    }
  }
}
