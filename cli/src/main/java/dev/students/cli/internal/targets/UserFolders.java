package dev.students.cli.internal.targets;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folders of this program in the user's home.
 *
 * @param environment the variables that say where they are
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
 *     Specification</a>: relative paths are to be ignored
 */
public record UserFolders(Map<String, String> environment) {

  /** Holds the database of {@code --local}. */
  public Path data() {
    return folder("XDG_DATA_HOME", "share");
  }

  /** Contains the state that one run of the program leaves for the next. */
  public Path state() {
    return folder("XDG_STATE_HOME", "state");
  }

  private Path folder(String variable, String standard) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path xdg = Path.of(environment.getOrDefault(variable, ""));
    Path base = xdg.isAbsolute() ? xdg : Path.of(home, ".local", standard);
    return base.resolve("students");
  }
}
