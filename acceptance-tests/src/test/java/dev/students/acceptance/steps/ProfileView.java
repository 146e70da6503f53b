package dev.students.acceptance.steps;

import dev.students.data.Student;
import java.util.LinkedHashMap;
import java.util.Map;

/** A profile as written in a feature. */
record ProfileView(Map<String, String> lines) {

  static ProfileView of(Student student, People people) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("name", people.describe(student));
    lines.put("e-mail address", people.written(student));
    lines.put("experience", new Xp(student.xp()).toString());
    return new ProfileView(lines);
  }

  /** Compares the expected lines with the profile; other lines are ignored. */
  void requireShows(String subject, Map<String, String> expected) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : expected.keySet()) {
      String value = lines.get(line);
      if (value == null) {
        throw new IllegalArgumentException("A profile has no line \"" + line + "\".");
      }
      found.put(line, value);
    }
    Mismatch.unlessEqual(subject, text(expected), text(found));
  }

  private static String text(Map<String, String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (line, value) ->
            text.append(text.isEmpty() ? "" : ", ").append(line).append(' ').append(value));
    return text.toString();
  }
}
