package dev.students.acceptance.internal.workspace;

import java.nio.file.Path;

/** A run's name, and what it keeps on disk: its manifest and a folder of reports. */
public record RunFiles(ProjectLayout layout, RunId id, Manifest manifest) {

  public static RunFiles of(ProjectLayout layout, RunId id) {
    return new RunFiles(layout, id, Manifest.of(layout.manifests(), id));
  }

  /** Reports and logs of the run. */
  public Path folder() {
    return layout.runs().resolve(id.value());
  }
}
