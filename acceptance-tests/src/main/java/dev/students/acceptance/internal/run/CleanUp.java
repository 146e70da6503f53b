package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.targets.Targets;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Removes the resources that a killed run left behind. */
public final class CleanUp {

  private final ProjectLayout layout;
  private final TargetOptions options;
  private final Progress progress;

  public CleanUp(ProjectLayout layout, TargetOptions options, Progress progress) {
    this.layout = layout;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Removes the resources of a run.
   *
   * @param run the name of the run, or the manifest file written on another machine
   * @return the exit status: 0 only if nothing is left
   */
  public int of(String run) {
    Path file = Path.of(run);
    Manifest manifest =
        Files.isRegularFile(file)
            ? Manifest.at(file)
            : Manifest.of(layout.manifests(), new RunId(run));
    if (!manifest.exists()) {
      progress.say(
          Paragraph.of(
              "The run "
                  + run
                  + " has no manifest on this machine, so it is unknown whether it left anything. A"
                  + " run that ends by itself removes its manifest last. One of another machine is"
                  + " cleaned up by its manifest: ./acceptance --clean-up FILE"));
      return 1;
    }
    manifest.all(Manifest.Kind.RUNNER).stream()
        .flatMap(runner -> StartedProcess.find(runner).stream())
        .findFirst()
        .ifPresent(
            process -> {
              throw new TargetException(
                  "The run "
                      + run
                      + " is still running, as process "
                      + process.pid()
                      + ". Interrupt it, and it cleans up by itself.");
            });
    String target =
        manifest
            .first(Manifest.Kind.TARGET)
            .orElseThrow(() -> new IllegalArgumentException(manifest.file() + " names no target."));
    Targets.valueOf(target.toUpperCase(Locale.ROOT)).with(options).cleanUp(manifest, progress);
    manifest.delete();
    progress.say("Nothing is left of the run " + run + ".");
    return 0;
  }
}
