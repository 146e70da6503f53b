package dev.students.docs.internal.reading;

import java.nio.file.Path;

/** What a feature's URI says, wherever the project was checked out. */
final class FeatureUri {

  private static final String RESOURCES = "/src/test/resources/";
  private static final String FEATURES = "/features/";

  private FeatureUri() {}

  /**
   * What the same feature is known by in the runs of different checkouts: its path within the
   * conventional folder of features or test resources, the whole path where there is none.
   */
  static String key(String uri) {
    String path = "/" + withoutScheme(uri).replaceFirst("^/+", "");
    int resources = path.lastIndexOf(RESOURCES);
    if (resources >= 0) {
      return path.substring(resources + RESOURCES.length());
    }
    int features = path.indexOf(FEATURES);
    return features >= 0 ? path.substring(features + FEATURES.length()) : path.substring(1);
  }

  /**
   * As Cucumber takes it on its command line: a path, from the directory where it is below that.
   */
  static String argument(String uri, Path directory) {
    if (!uri.startsWith("file:")) {
      return uri;
    }
    Path file = Path.of(withoutScheme(uri).replaceFirst("^/+", "/"));
    return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
  }

  private static String withoutScheme(String uri) {
    return uri.replaceFirst("^[a-z]+:", "");
  }
}
