package dev.students.docs.internal.reading;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a feature's URI says, wherever the project was checked out. */
final class FeatureUri {

  private static final String RESOURCES = "/src/test/resources/";
  private static final String FEATURES = "/features/";

  /** As in {@code 02-lending/01-fees.feature}. */
  private static final Pattern ORDER = Pattern.compile("(?<=^|/)\\d+[-_ ]+(?=[^/.])");

  private FeatureUri() {}

  /**
   * What the same feature is known by in every run: its {@link #path}, less the numbers that only
   * put it in order, so that it can be moved among the others.
   */
  static String key(String uri) {
    return ORDER.matcher(path(uri)).replaceAll("");
  }

  /**
   * Where it stands, whatever the checkout: its path within the conventional folder of features, of
   * test resources or on the class path, the whole path where there is none.
   */
  static String path(String uri) {
    String path = "/" + withoutScheme(uri).replaceFirst("^/+", "");
    int resources = path.lastIndexOf(RESOURCES);
    if (resources >= 0) {
      String resource = path.substring(resources + RESOURCES.length() - 1);
      return resource.substring(resource.startsWith(FEATURES) ? FEATURES.length() : 1);
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
