package dev.students.acceptance.internal.targets;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a target.
 *
 * @param endpoint the endpoint of a running emulator
 * @param allowedHosts hosts that are allowed as those of an emulator, in addition to loopback
 * @param emulatorAccount the account that the emulator must report
 * @param environment the environment of an existing stack
 * @param knownStudent the id of an existing student
 * @param allowProduction whether production may be read
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

  /** The account that emulators report by default. */
  public static final String ACCOUNT = "000000000000";

  public static final String IMAGE_NAME = "localstack/localstack";

  /** The last LocalStack version that requires no token. */
  public static final String IMAGE_TAG = "4.14.0";

  public static final String IMAGE = IMAGE_NAME + ":" + IMAGE_TAG;

  public TargetOptions {
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
