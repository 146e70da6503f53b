package dev.students.docs.internal.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a feature file stands, in a form that is the same in every checkout and on every operating
 * system. The whole path is what runs are joined by; its short form is for addresses only.
 *
 * @param whole from the directory that the run was started in, with {@code /} between folders
 */
public record FeaturePath(String whole) {

  /** As people order files: by folder, 2 before 10. */
  public static final Comparator<FeaturePath> NATURAL_ORDER =
      Comparator.comparing(FeaturePath::whole, new NaturalOrder());

  private static final String RESOURCES = "/src/test/resources/";
  private static final String FEATURES = "/features/";
  private static final Pattern EXTENSION = Pattern.compile("\\.feature(\\.md)?$");

  /** As in {@code 02-lending/01-fees.feature}. */
  private static final Pattern ORDER = Pattern.compile("(?<=^|/)\\d+[-_ ]+(?=[^/.])");

  /**
   * Its path within the conventional folder of features or test resources, without the numbers that
   * only put files in order.
   */
  public String shortForm() {
    return ORDER.matcher(withinFeatures()).replaceAll("");
  }

  /** The short form with the numbers of the file's name and of its folders. */
  public String withinFeatures() {
    String path = "/" + whole;
    int resources = path.lastIndexOf(RESOURCES);
    if (resources >= 0) {
      String resource = path.substring(resources + RESOURCES.length() - 1);
      return resource.substring(resource.startsWith(FEATURES) ? FEATURES.length() : 1);
    }
    int features = path.indexOf(FEATURES);
    return features >= 0 ? path.substring(features + FEATURES.length()) : whole;
  }

  /** Its folders as people name them: without numbers for order, without conventional names. */
  public List<String> folders() {
    String path = "/" + whole;
    String folders =
        path.substring(0, path.lastIndexOf('/') + 1).replace(RESOURCES, "/").replace(FEATURES, "/");
    return Arrays.stream(ORDER.matcher(folders.substring(1)).replaceAll("").split("/"))
        .filter(folder -> !folder.isEmpty())
        .toList();
  }

  /** A path less the extension of feature files. */
  public static String withoutExtension(String path) {
    return EXTENSION.matcher(path).replaceFirst("");
  }
}
