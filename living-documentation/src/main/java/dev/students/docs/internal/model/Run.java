package dev.students.docs.internal.model;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The facts of one run.
 *
 * @param commit empty when unknown
 * @param directory that the run was started in, as its operating system writes it; may be empty
 * @param rerun a command with the placeholder {@code {locations}}; empty when there is none
 * @param partial whether only some of the features were given to it, as when failures are run again
 */
public record Run(
    String id,
    Path folder,
    String environment,
    String commit,
    Instant time,
    Optional<URI> build,
    String directory,
    String rerun,
    Optional<Path> rawReport,
    boolean partial) {

  /** By time; the id decides between runs of one second. */
  public static final Comparator<Run> OLDEST_FIRST =
      Comparator.comparing(Run::time).thenComparing(Run::id);

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  public String shortCommit() {
    return commit.length() > 7 ? commit.substring(0, 7) : commit;
  }

  /**
   * The command that runs those places of features again.
   *
   * @param locations each {@code path:line}
   */
  public String rerunOf(List<String> locations) {
    return rerun.replace(
        "{locations}", locations.stream().map(Run::quoted).collect(Collectors.joining(" ")));
  }

  /** As a POSIX shell takes it. */
  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
