package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.targets.Targets;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunId;
import java.util.Locale;

/** Removes what a run that was killed has left. */
public final class CleanUp {

  private final ProjectLayout layout;
  private final TargetOptions options;
  private final Progress progress;

  public CleanUp(ProjectLayout layout, TargetOptions options, Progress progress) {
    this.layout = layout;
    this.options = options;
    this.progress = progress;
  }

  public int of(String run) {
    Manifest manifest = Manifest.of(layout.manifests(), new RunId(run));
    if (!manifest.exists()) {
      progress.say("There is nothing to clean up: the run " + run + " has no manifest.");
      return 0;
    }
    manifest.all(Manifest.Kind.RUNNER).stream()
        .flatMap(runner -> StartedProcess.find(runner).stream())
        .findFirst()
        .ifPresent(
            process -> {
              throw new TargetException(
                  "The run "
                      + run
                      + " is still under way, as process "
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
