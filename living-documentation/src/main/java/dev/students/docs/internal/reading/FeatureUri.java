package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.FeaturePath;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a feature's URI says. Cucumber gives a {@code file:} or {@code classpath:} URI on the JVM,
 * and a path as the operating system writes it elsewhere.
 *
 * @param uri as the messages have it
 * @param directory that the run was started in, as its operating system writes it; may be empty
 */
record FeatureUri(String uri, String directory) {

  /** Of two letters or more: a single one is a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:");

  /** A drive is the same in capital and small letters, and a URI has a slash before it. */
  private static final Pattern DRIVE = Pattern.compile("^/?([a-zA-Z]):(?=[/\\\\])");

  private static final String RESOURCES = "src/test/resources/";

  /**
   * What the same feature is known by in every run: its path from the directory of the run. Where
   * it is not below that, the whole path. The root of the class path is the folder of test
   * resources.
   */
  FeaturePath path() {
    String path = fromDirectory().replaceFirst("^(\\./|/)+", "");
    return new FeaturePath(path.startsWith(RESOURCES) ? path.substring(RESOURCES.length()) : path);
  }

  /**
   * As Cucumber takes it on its command line: a path, from the directory where it is below that.
   */
  String argument() {
    return SCHEME.matcher(uri).find() && !uri.startsWith("file:") ? uri : fromDirectory();
  }

  private String fromDirectory() {
    String path = filePath(uri);
    String start = filePath(directory).replaceFirst("/+$", "") + "/";
    return start.length() > 1 && path.startsWith(start) ? path.substring(start.length()) : path;
  }

  /** The path that a URI or a path of any operating system stands for. */
  private static String filePath(String text) {
    String path =
        SCHEME.matcher(text).find()
            ? SCHEME.matcher(decoded(text)).replaceFirst("").replaceFirst("^/+", "/")
            : text.replace('\\', '/');
    return DRIVE.matcher(path).replaceFirst(drive -> drive.group(1).toUpperCase(Locale.ROOT) + ":");
  }

  /** With the letters that a URI must encode, such as spaces. */
  private static String decoded(String text) {
    try {
      URI parsed = URI.create(text);
      String path = parsed.isOpaque() ? parsed.getSchemeSpecificPart() : parsed.getPath();
      return parsed.getScheme() + ":" + path;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
