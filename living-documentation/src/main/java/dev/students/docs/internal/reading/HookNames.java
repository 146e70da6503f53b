package dev.students.docs.internal.reading;

import java.util.HashMap;
import java.util.Map;

/** What people call the hooks of a run: by their names, or by when they run. */
final class HookNames {

  private static final String ANY = "A hook of the test code";

  private final Map<String, String> names = new HashMap<>();

  void add(Message hook) {
    String name = hook.text("name");
    String kind =
        switch (hook.text("type")) {
          case "BEFORE_TEST_RUN" -> "A hook before the run";
          case "AFTER_TEST_RUN" -> "A hook after the run";
          case "BEFORE_TEST_CASE" -> "A hook before the scenario";
          case "AFTER_TEST_CASE" -> "A hook after the scenario";
          case "BEFORE_TEST_STEP" -> "A hook before a step";
          case "AFTER_TEST_STEP" -> "A hook after a step";
          default -> ANY;
        };
    names.put(
        hook.text("id"),
        name.isBlank() ? kind : kind.replaceFirst("A hook", "Hook “" + name + "”"));
  }

  String of(String id) {
    return names.getOrDefault(id, ANY);
  }
}
