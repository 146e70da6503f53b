package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.FeaturePath;
import dev.students.docs.internal.reading.Anchors;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page for each feature, named after its file. Names that would collide get more of their paths
 * before them, and last the numbers that put files in order.
 */
final class PageNames {

  private final List<FeaturePath> paths;

  /** How many paths have the same name, for each form of names. */
  private final Map<Function<FeaturePath, String>, Map<String, Long>> shared = new HashMap<>();

  private PageNames(List<FeaturePath> paths) {
    this.paths = paths;
  }

  /** The page of each feature, by its key. */
  static Map<String, String> of(Collection<Feature> features) {
    return new PageNames(
            features.stream().map(Feature::path).sorted(FeaturePath.NATURAL_ORDER).toList())
        .names();
  }

  private Map<String, String> names() {
    int deepest = paths.stream().mapToInt(path -> folders(path.whole()).length).max().orElse(1);
    List<Function<FeaturePath, String>> forms =
        Stream.<Function<FeaturePath, String>>of(
                FeaturePath::shortForm, FeaturePath::withinFeatures, FeaturePath::whole)
            .flatMap(
                form ->
                    IntStream.rangeClosed(1, deepest)
                        .<Function<FeaturePath, String>>mapToObj(
                            parts -> path -> tail(form.apply(path), parts)))
            .toList();
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>(SitePage.names());
    for (FeaturePath path : paths) {
      String name =
          forms.stream()
              .filter(form -> !isShared(form, path))
              .findFirst()
              .orElse(forms.get(forms.size() - 1))
              .apply(path);
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        unique = name + "-" + i;
      }
      names.put(path.whole(), SitePage.fileOf(unique));
    }
    return Map.copyOf(names);
  }

  private boolean isShared(Function<FeaturePath, String> form, FeaturePath path) {
    String name = form.apply(path);
    return SitePage.names().contains(name)
        || shared
                .computeIfAbsent(
                    form,
                    any ->
                        paths.stream().collect(Collectors.groupingBy(form, Collectors.counting())))
                .getOrDefault(name, 0L)
            > 1;
  }

  private static String tail(String path, int parts) {
    String[] all = folders(path);
    return Arrays.stream(all, Math.max(0, all.length - parts), all.length)
        .map(Anchors::of)
        .collect(Collectors.joining("-"));
  }

  private static String[] folders(String path) {
    return FeaturePath.withoutExtension(path).split("/", -1);
  }
}
