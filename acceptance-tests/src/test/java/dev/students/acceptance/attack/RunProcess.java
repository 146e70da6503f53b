package dev.students.acceptance.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.acceptance.Acceptance;
import dev.students.testing.Interruptible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs {@code ./acceptance} as a process, in a separate project with the features of this one. */
public final class RunProcess {

  private static final Pattern RUN = Pattern.compile("Run (\\S+) on ");
  static final Path FEATURES = Path.of("acceptance-tests/src/test/resources/features");

  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private final Path project;
  private final Process process;
  private final Path output;
  private final long start = System.nanoTime();

  private RunProcess(Path project, Process process, Path output) {
    this.project = project;
    this.process = process;
    this.output = output;
  }

  /** Creates a project in a folder. */
  public static void project(Path folder) throws IOException {
    Files.writeString(folder.resolve("cdk.json"), "{}");
    Path features =
        Files.createDirectories(folder.resolve("acceptance-tests/src/test/resources/features"));
    try (Stream<Path> ours = Files.list(FEATURES)) {
      for (Path feature : ours.toList()) {
        Files.copy(feature, features.resolve(feature.getFileName()));
      }
    }
  }

  static RunProcess start(Path project, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Acceptance.class.getName());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(project, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(Interruptible.command(command))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> name.startsWith("AWS_") || name.equals("CI") || name.startsWith("GITHUB"));
    builder.environment().putAll(settings);
    return new RunProcess(project, builder.start(), output);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Sends a signal.
   *
   * @param name the name for {@code kill}, for example {@code INT}
   */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Waits for the process to end and returns its exit status. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("It does not end:\n" + output());
    }
    return process.exitValue();
  }

  Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  String output() {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the run, once it has been printed. */
  Optional<String> run() {
    Matcher run = RUN.matcher(output());
    return run.find() ? Optional.of(run.group(1)) : Optional.empty();
  }

  /** A report of the run, if it exists. */
  Optional<String> report(String name) throws IOException {
    if (run().isEmpty()) {
      return Optional.empty();
    }
    Path report =
        project.resolve("acceptance-tests/target/runs").resolve(run().get()).resolve(name);
    return Files.exists(report) ? Optional.of(Files.readString(report)) : Optional.empty();
  }

  boolean hasManifest() {
    return run()
        .filter(name -> Files.exists(project.resolve(".acceptance").resolve(name + ".manifest")))
        .isPresent();
  }
}
