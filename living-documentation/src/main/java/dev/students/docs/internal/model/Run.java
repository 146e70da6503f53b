package dev.students.docs.internal.model;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts of one run.
 *
 * @param commit empty when unknown
 * @param rerun a command with the placeholder {@code {locations}}; empty when there is none
 * @param partial whether only some of the features were given to it, as when failures are run again
 */
public record Run(
    String id,
    Path folder,
    String target,
    String environment,
    String commit,
    Instant time,
    Optional<URI> build,
    String rerun,
    Optional<Path> rawReport,
    boolean partial) {

  public String shortCommit() {
    return commit.length() > 7 ? commit.substring(0, 7) : commit;
  }
}
