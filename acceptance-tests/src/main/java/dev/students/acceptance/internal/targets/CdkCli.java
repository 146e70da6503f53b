package dev.students.acceptance.internal.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The CDK command line, in the version pinned by package.json, in an environment from which no real
 * account can be reached: without the caller's AWS settings, with dummy credentials, and with both
 * endpoint variables set.
 */
final class CdkCli {

  private static final int LINES_OF_A_FAILURE = 15;

  private final Path root;
  private final Path cdk;
  private final Emulator emulator;
  private final Manifest manifest;
  private final Path folder;
  private final Path log;
  private final Path home;

  /**
   * @param run the run whose folder receives a log of the commands' output
   */
  CdkCli(Emulator emulator, RunFiles run) {
    this.emulator = emulator;
    this.manifest = run.manifest();
    this.root = run.layout().root().toAbsolutePath();
    this.cdk = root.resolve("node_modules/.bin/cdk");
    this.folder = run.folder().toAbsolutePath();
    this.log = folder.resolve("cdk.log");
    this.home = folder.resolve("home");
  }

  void installWhenMissing(Progress progress) {
    if (Files.exists(cdk)) {
      return;
    }
    run("Installing the CDK command line", root, progress, "npm", "ci", "--no-audit", "--no-fund");
  }

  /** Runs the CLI in the project's root, where cdk.json configures how to synthesize. */
  void inProject(String what, Progress progress, String... arguments) {
    run(what, root, progress, command(arguments));
  }

  /** Runs the CLI in a folder without cdk.json, so that it neither builds nor synthesizes. */
  void onItsOwn(String what, Progress progress, String... arguments) {
    run(what, folder, progress, command(arguments));
  }

  private String[] command(String... arguments) {
    return Stream.concat(Stream.of(cdk.toString()), Stream.of(arguments)).toArray(String[]::new);
  }

  private void run(String what, Path where, Progress progress, String... command) {
    try (Step step = progress.step(what)) {
      Files.createDirectories(home);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      isolate(builder.environment());
      Process process = builder.start();
      try {
        manifest.add(Manifest.Kind.PROCESS, StartedProcess.describe(process.toHandle()));
        if (process.waitFor() != 0) {
          throw new TargetException(what + " failed; " + log + " ends with:\n" + lastLines());
        }
      } finally {
        process.destroy();
      }
      step.done();
    } catch (IOException e) {
      throw new TargetException(
          what + " failed: " + e.getMessage() + ". Is Node with npm installed?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException(what + " was interrupted.", e);
    }
  }

  private void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
    environment.put("AWS_ACCESS_KEY_ID", emulator.credentials().accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", Emulator.SECRET);
    environment.put("AWS_REGION", Emulator.REGION.id());
    environment.put("AWS_DEFAULT_REGION", Emulator.REGION.id());
    environment.put("AWS_ENDPOINT_URL", emulator.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_S3", emulator.endpoint().toString());
    // A .cdk.json in the home folder could configure a different app, which would be executed.
    environment.put("HOME", home.toString());
    environment.put("USERPROFILE", home.toString());
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("CDK_DISABLE_CLI_TELEMETRY", "1");
    environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
  }

  private String lastLines() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(log, UTF_8));
    lines.removeIf(String::isBlank);
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
  }
}
