package dev.students.acceptance.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things stand in the project; the working directory is its root. */
public record ProjectLayout(Path root) {

  static ProjectLayout ofWorkingDirectory() {
    if (!Files.exists(Path.of("cdk.json"))) {
      throw new IllegalArgumentException("Start this from the root of the project.");
    }
    return new ProjectLayout(Path.of(""));
  }

  Path features() {
    return root.resolve("acceptance-tests/features");
  }

  /** A folder for each run, read by the living documentation. */
  Path runs() {
    return root.resolve("acceptance-tests/target/runs");
  }

  Path livingDocumentation() {
    return root.resolve("acceptance-tests/target/living-documentation");
  }

  /** Held by whoever writes the living documentation. */
  Path documentationLock() {
    return root.resolve("acceptance-tests/target/living-documentation.lock");
  }

  /** Outside of target, which a clean build removes. */
  Path manifests() {
    return root.resolve(".acceptance");
  }

  /** The cloud assembly that the build synthesized. */
  public Path assembly() {
    return root.resolve("infra-app/target/cdk.out");
  }
}
