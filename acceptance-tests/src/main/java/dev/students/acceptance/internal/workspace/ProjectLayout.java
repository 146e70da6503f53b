package dev.students.acceptance.internal.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folders and files of the project, found from any working directory inside it. */
public record ProjectLayout(Path root) {

  /**
   * Finds the project that contains the working directory. Scripts and Maven start in its root,
   * IDEs in the module.
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

  /** The folder of the module with the scenarios. */
  public Path module() {
    return root.resolve("acceptance-tests");
  }

  public Path features() {
    return module().resolve("src/test/resources/features");
  }

  /** Contains a folder for each run, read by the living documentation. */
  public Path runs() {
    return module().resolve("target/runs");
  }

  public Path livingDocumentation() {
    return module().resolve("target/living-documentation");
  }

  /** The lock file held while the living documentation is written. */
  public Path documentationLock() {
    return module().resolve("target/living-documentation.lock");
  }

  /** Outside the folder target, which a clean build deletes. */
  public Path manifests() {
    return root.resolve(".acceptance");
  }

  /** The cloud assembly that the build synthesized. */
  public Path assembly() {
    return root.resolve("infra-app/target/cdk.out");
  }
}
