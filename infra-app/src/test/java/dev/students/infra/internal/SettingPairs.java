package dev.students.infra.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.students.infra.InvalidSettingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Combinations of optional settings: few that are accepted and that together contain every pair of
 * settings, each setting given or left out, that any accepted combination contains.
 */
final class SettingPairs {

  static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/a1b2";

  /** Every optional setting, with a value that fits the others' values. */
  static final Map<String, Object> OPTIONAL = new LinkedHashMap<>();

  static {
    OPTIONAL.put("account", "111122223333");
    OPTIONAL.put("region", "eu-central-1");
    OPTIONAL.put("instance", "run-7");
    OPTIONAL.put("encryptionKeyArn", KEY);
    OPTIONAL.put("truncationFunction", true);
    OPTIONAL.put("truncationReservedConcurrency", 2);
    OPTIONAL.put("logRetentionDays", 7);
    OPTIONAL.put("applicationMayReadWholeTable", true);
    OPTIONAL.put("applicationMayErase", true);
    OPTIONAL.put("contributorInsights", true);
    OPTIONAL.put("maxReadUnits", 40_000);
    OPTIONAL.put("maxWriteUnits", 40_000);
    OPTIONAL.put("warmReadUnits", 15_000);
    OPTIONAL.put("warmWriteUnits", 5_000);
    OPTIONAL.put("writers", List.of("arn:aws:iam::111122223333:role/students-service"));
    OPTIONAL.put("alarms.email", "on-call@school.example");
    OPTIONAL.put("alarms.topicArn", "arn:aws:sns:eu-central-1:111122223333:on-call");
    OPTIONAL.put("alarms.encryptTopic", true);
    OPTIONAL.put("alarms.failedConditions", 42);
    OPTIONAL.put("alarms.readUnitsPerSecond", 100_000_000);
    OPTIONAL.put("budget", Map.of("monthlyDollars", 10, "email", "on-call@school.example"));
    OPTIONAL.put("backup.days", 365);
    OPTIONAL.put("backup.copyTo", "arn:aws:backup:eu-west-1:999988887777:backup-vault:students");
    OPTIONAL.put("backup.copyDays", 90);
    OPTIONAL.put("backup.lock", true);
    OPTIONAL.put("tags", Map.of("team", "campus"));
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EnvironmentKind kind;
  private final Random random = new Random(20);

  SettingPairs(EnvironmentKind kind) {
    this.kind = kind;
  }

  /** The combinations, each as the settings of one environment of this kind. */
  List<ObjectNode> covering() {
    Map<Set<String>, Set<String>> candidates = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      Set<String> candidate = accepted();
      candidates.put(candidate, pairs(candidate));
    }
    Set<String> uncovered =
        candidates.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    List<ObjectNode> chosen = new ArrayList<>();
    while (!uncovered.isEmpty()) {
      Set<String> best =
          candidates.entrySet().stream()
              .max(Comparator.comparingLong(it -> gain(it.getValue(), uncovered)))
              .map(Map.Entry::getKey)
              .orElseThrow();
      uncovered.removeAll(pairs(best));
      chosen.add(settings(best));
    }
    return chosen;
  }

  private static long gain(Set<String> pairs, Set<String> uncovered) {
    return pairs.stream().filter(uncovered::contains).count();
  }

  /** A random combination, from which settings are dropped until the rest is accepted. */
  private Set<String> accepted() {
    List<String> names = new ArrayList<>(OPTIONAL.keySet());
    names.removeIf(name -> random.nextInt(10) < 3);
    while (!isAccepted(names)) {
      names.remove(random.nextInt(names.size()));
    }
    return new TreeSet<>(names);
  }

  boolean isAccepted(Collection<String> names) {
    try {
      SettingsReader.read("students", Map.of("some", settings(names)));
      return true;
    } catch (InvalidSettingException e) {
      return false;
    }
  }

  /** Every pair of settings of a combination, each given (+) or left out (-). */
  private static Set<String> pairs(Set<String> names) {
    List<String> all = List.copyOf(OPTIONAL.keySet());
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        pairs.add(given(names, all.get(i)) + given(names, all.get(j)));
      }
    }
    return pairs;
  }

  private static String given(Set<String> names, String name) {
    return (names.contains(name) ? "+" : "-") + name;
  }

  ObjectNode settings(Collection<String> names) {
    ObjectNode settings = JSON.createObjectNode().put("kind", kind.key());
    names.forEach(
        name -> {
          int dot = name.indexOf('.');
          ObjectNode parent =
              dot < 0 ? settings : settings.withObjectProperty(name.substring(0, dot));
          parent.set(name.substring(dot + 1), JSON.valueToTree(OPTIONAL.get(name)));
        });
    return settings;
  }
}
