package dev.students.acceptance.internal.targets;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a person may say about a target.
 *
 * @param endpoint of a running emulator
 * @param allowedHosts hosts vouched for as an emulator's, besides loopback
 * @param emulatorAccount the account that the emulator must say it is
 * @param environment of an existing stack
 * @param knownStudent the id of a student who is known to be there
 * @param allowProduction whether production may be looked at
 * @param localStackImage image and tag
 */
public record TargetOptions(
    Optional<URI> endpoint,
    Set<String> allowedHosts,
    String emulatorAccount,
    String environment,
    Optional<String> knownStudent,
    boolean allowProduction,
    String localStackImage) {

  /** The account that emulators say they are unless told otherwise. */
  public static final String ACCOUNT = "000000000000";

  public static final String IMAGE_NAME = "localstack/localstack";

  /** The last LocalStack that needs no token. */
  public static final String IMAGE_TAG = "4.14.0";

  public static final String IMAGE = IMAGE_NAME + ":" + IMAGE_TAG;

  public TargetOptions {
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
