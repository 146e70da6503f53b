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

  private PageNames() {}

  static Map<String, String> of(Collection<Feature> features) {
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>(TAKEN);
    List<String> keys = features.stream().map(Feature::key).sorted().toList();
    for (String key : keys) {
      int parts = 1;
      while (isShared(key, parts, keys) && parts < folders(key).length) {
        parts++;
      }
      String name = tail(key, parts);
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        unique = name + "-" + i;
      }
      names.put(key, unique + ".html");
    }
    return Map.copyOf(names);
  }

  private static boolean isShared(String key, int parts, List<String> keys) {
    String name = tail(key, parts);
    return TAKEN.contains(name)
        || keys.stream().anyMatch(other -> !other.equals(key) && name.equals(tail(other, parts)));
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
