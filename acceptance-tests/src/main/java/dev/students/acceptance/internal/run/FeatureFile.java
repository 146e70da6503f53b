package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A feature file or a folder of feature files, as given on the command line.
 *
 * @param lines the lines of the scenarios to run; empty for all
 */
record FeatureFile(URI uri, List<Integer> lines) {

  private static final Pattern FORM = Pattern.compile("(.+?)((?::\\d+)*)");
  private static final String CLASS_PATH = "classpath:";

  FeatureFile {
    lines = List.copyOf(lines);
  }

  /** All feature files of the project. */
  static FeatureFile all(ProjectLayout layout) {
    return new FeatureFile(layout.features().toUri(), List.of());
  }

  /**
   * Resolves {@code FILE} or {@code FILE:LINE} relative to the working directory, or else to the
   * module's test resources, as in {@code features/05-earning-xp.feature:14}, or to the module.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  static FeatureFile named(String argument, ProjectLayout layout) {
    Matcher parts = FORM.matcher(argument);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A feature's name must not be empty.");
    }
    String name = parts.group(1);
    Path resources = layout.features().resolveSibling(".");
    Path path =
        Stream.of(
                Path.of(name),
                resources.resolve(name.replaceFirst("^" + CLASS_PATH + "/?", "")),
                layout.module().resolve(name))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No such feature: "
                            + name
                            + "; the features are in "
                            + layout.features()
                            + "."));
    List<Integer> lines =
        Arrays.stream(parts.group(2).split(":", -1))
            .filter(line -> !line.isEmpty())
            .map(Integer::valueOf)
            .toList();
    return new FeatureFile(path.toAbsolutePath().normalize().toUri(), lines);
  }

  /**
   * Converts the URI of a feature, as given by Cucumber, to a path relative to the working
   * directory.
   */
  static Path path(URI uri, ProjectLayout layout) {
    String path = uri.getSchemeSpecificPart();
    return uri.toString().startsWith(CLASS_PATH)
        ? layout.features().resolveSibling(path.replaceFirst("^/+", ""))
        : Path.of("").toAbsolutePath().relativize(Path.of(path).toAbsolutePath());
  }
}
