package dev.students.acceptance.internal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The file {@code run.json}, which the living documentation reads in addition to the messages. */
final class RunDescription {

  private RunDescription() {}

  static String json(RunSummary summary, Path module, Map<String, String> variables) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("target", summary.target() + summary.facts().map(facts -> ": " + facts).orElse(""));
    run.put("environment", summary.environmentForReaders());
    run.put("commit", commit());
    run.put("time", summary.started().truncatedTo(ChronoUnit.SECONDS).toString());
    run.put("build", buildPage(variables));
    // A feature has the same path relative to this folder, whether it was selected by file or by
    // class path.
    run.put("directory", module.toAbsolutePath().normalize().toString());
    run.put("rerun", new RerunCommand(summary).template());
    run.put("rawReport", "cucumber.html");
    run.put("partial", summary.partial());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty outside a Git checkout. */
  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? answer.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String buildPage(Map<String, String> env) {
    if (env.containsKey("GITHUB_RUN_ID")) {
      return env.get("GITHUB_SERVER_URL")
          + "/"
          + env.get("GITHUB_REPOSITORY")
          + "/actions/runs/"
          + env.get("GITHUB_RUN_ID");
    }
    return Optional.ofNullable(env.get("BUILD_URL")).orElse("");
  }
}
