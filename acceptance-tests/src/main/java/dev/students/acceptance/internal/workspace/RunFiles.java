package dev.students.acceptance.internal.workspace;

import java.nio.file.Path;

/** The name of a run and its files: the manifest and a folder of reports. */
public record RunFiles(ProjectLayout layout, RunId id, Manifest manifest) {

  public static RunFiles of(ProjectLayout layout, RunId id) {
    return new RunFiles(layout, id, Manifest.of(layout.manifests(), id));
  }

  /** The folder of the reports and logs of the run. */
  public Path folder() {
    return layout.runs().resolve(id.value());
  }
}
