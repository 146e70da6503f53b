package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.StartedProcess;
import dev.students.acceptance.internal.target.TargetException;
import dev.students.acceptance.internal.target.TargetOptions;
import dev.students.acceptance.internal.target.Targets;
import java.util.Locale;

/** Removes what a run that was killed has left. */
final class CleanUp {

  private final ProjectLayout layout;
  private final TargetOptions options;
  private final Progress progress;

  CleanUp(ProjectLayout layout, TargetOptions options, Progress progress) {
    this.layout = layout;
    this.options = options;
    this.progress = progress;
  }

  int of(String run) {
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
