package dev.students.acceptance.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the reports that CI systems show, in addition to Cucumber's own reports in the run's
 * folder. If one report fails, the others are still written.
 */
public final class Reports {

  private final Path folder;
  private final Path module;
  private final Map<String, String> variables;

  /**
   * @param folder the folder of the run
   * @param module the folder of the module with the scenarios
   * @param variables the environment variables, in which CI systems announce what they support
   */
  public Reports(Path folder, Path module, Map<String, String> variables) {
    this.folder = folder;
    this.module = module;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Starts the reports: until the run ends, its JUnit XML states that it did not.
   *
   * @param notEnded the problem to report for a run that was killed
   * @return the file for Cucumber's part of the JUnit XML
   */
  public Path begin(RunProblem notEnded) throws IOException {
    Files.createDirectories(folder);
    JUnitXml.begin(folder, notEnded);
    return folder.resolve(JUnitXml.OF_CUCUMBER);
  }

  /**
   * Writes the reports.
   *
   * @return the reports that could not be written, each with its path and the reason
   */
  public List<String> write(RunSummary summary) {
    List<String> failures = new ArrayList<>();
    String markdown = MarkdownSummary.of(summary);
    attempt(JUnitXml.in(folder), file -> JUnitXml.end(folder, summary), failures);
    attempt(folder.resolve("summary.md"), file -> Files.writeString(file, markdown), failures);
    if (!summary.interrupted() && !summary.scenarios().isEmpty()) {
      // The living documentation reads the runs that have this file: those whose messages are
      // complete and contain a scenario.
      String description = RunDescription.json(summary, module, variables);
      attempt(folder.resolve("run.json"), file -> Files.writeString(file, description), failures);
    }
    String jobPage = variables.get("GITHUB_STEP_SUMMARY");
    if (jobPage != null) {
      attempt(Path.of(jobPage), file -> append(file, markdown), failures);
    }
    if (variables.containsKey("GITHUB_ACTIONS")) {
      Annotations.of(summary).forEach(System.out::println);
    }
    return failures;
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void attempt(Path file, Writing writing, List<String> failures) {
    try {
      writing.to(file);
    } catch (IOException e) {
      failures.add("The report " + file + " cannot be written: " + reason(e, file) + ".");
    }
  }

  /** The message of many file system exceptions is only the path. */
  private static String reason(IOException e, Path file) {
    String message = String.valueOf(e.getMessage());
    return e.getClass().getSimpleName()
        + (message.equals(file.toString()) ? "" : " (" + message + ")");
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }
}
