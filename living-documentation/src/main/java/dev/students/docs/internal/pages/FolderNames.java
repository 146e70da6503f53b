package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folder of each feature as people read it: without the folders that all of them share. Where
 * all features stand in one folder, nothing need be told.
 */
record FolderNames(Map<String, String> byKey, Set<String> repeatedNames) {

  static FolderNames of(List<Feature> features) {
    int shared = sharedFolders(features.stream().map(each -> each.path().folders()).toList());
    Map<String, String> names = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Feature feature : features) {
      List<String> folders = feature.path().folders();
      names.put(feature.key(), String.join(" / ", folders.subList(shared, folders.size())));
      if (!seen.add(feature.name())) {
        repeated.add(feature.name());
      }
    }
    return new FolderNames(names, repeated);
  }

  String folder(Feature feature) {
    return byKey.getOrDefault(feature.key(), "");
  }

  /** The feature's name, and its folder where another feature has the same name. */
  String label(Feature feature) {
    String folder = folder(feature);
    return repeatedNames.contains(feature.name()) && !folder.isEmpty()
        ? feature.name() + " (" + folder + ")"
        : feature.name();
  }

  private static int sharedFolders(List<List<String>> all) {
    if (all.isEmpty()) {
      return 0;
    }
    int shared = 0;
    List<String> first = all.get(0);
    while (shared < first.size() && isShared(all, first.get(shared), shared)) {
      shared++;
    }
    return shared;
  }

  private static boolean isShared(List<List<String>> all, String folder, int depth) {
    return all.stream().allMatch(each -> each.size() > depth && each.get(depth).equals(folder));
  }
}
