package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.reading.Anchors;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page for each feature, named after its file; folders are put before names that would collide.
 */
final class PageNames {

  private static final Set<String> TAKEN = Set.of("index", "failures");

  private final List<String> keys;

  /** How many keys end in the same words, for each number of them. */
  private final Map<Integer, Map<String, Long>> shared = new HashMap<>();

  private PageNames(List<String> keys) {
    this.keys = keys;
  }

  static Map<String, String> of(Collection<Feature> features) {
    return new PageNames(features.stream().map(Feature::key).sorted().toList()).names();
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>(TAKEN);
    for (String key : keys) {
      String name = name(key);
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        unique = name + "-" + i;
      }
      names.put(key, unique + ".html");
    }
    return Map.copyOf(names);
  }

  private String name(String key) {
    int parts = 1;
    while (isShared(tail(key, parts), parts) && parts < folders(key).length) {
      parts++;
    }
    return tail(key, parts);
  }

  private boolean isShared(String name, int parts) {
    return TAKEN.contains(name)
        || shared
                .computeIfAbsent(
                    parts,
                    any ->
                        keys.stream()
                            .collect(
                                Collectors.groupingBy(
                                    key -> tail(key, parts), Collectors.counting())))
                .getOrDefault(name, 0L)
            > 1;
  }

  private static String tail(String key, int parts) {
    String[] all = folders(key);
    return Arrays.stream(all, Math.max(0, all.length - parts), all.length)
        .map(Anchors::of)
        .collect(Collectors.joining("-"));
  }

  private static String[] folders(String key) {
    return key.replaceFirst("\\.feature(\\.md)?$", "").split("/", -1);
  }
}
