package dev.students.acceptance.internal.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where things stand in the project, from any working directory inside it. */
public record ProjectLayout(Path root) {

  /**
   * The project around the working directory: a script and Maven start at its root, an IDE in the
   * module.
   */
  public static ProjectLayout aroundWorkingDirectory() {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Stream.iterate(here, folder -> folder != null, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("cdk.json")))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Start this inside the project: no folder above "
                            + here
                            + " has a cdk.json."));
    return new ProjectLayout(here.relativize(root));
  }

  /** The module of the scenarios. */
  public Path module() {
    return root.resolve("acceptance-tests");
  }

  public Path features() {
    return module().resolve("src/test/resources/features");
  }

  /** A folder for each run, read by the living documentation. */
  public Path runs() {
    return module().resolve("target/runs");
  }

  public Path livingDocumentation() {
    return module().resolve("target/living-documentation");
  }

  /** Held by whoever writes the living documentation. */
  public Path documentationLock() {
    return module().resolve("target/living-documentation.lock");
  }

  /** Outside of target, which a clean build removes. */
  public Path manifests() {
    return root.resolve(".acceptance");
  }

  /** The cloud assembly that the build synthesized. */
  public Path assembly() {
    return root.resolve("infra-app/target/cdk.out");
  }
}
