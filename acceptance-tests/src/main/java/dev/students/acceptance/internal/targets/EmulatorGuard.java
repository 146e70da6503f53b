package dev.students.acceptance.internal.targets;

import dev.students.truncation.EndpointHost;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Ensures that an endpoint belongs to an emulator before anything is written to it, by its host and
 * by the account that it reports. Without such a check, a real account was once bootstrapped by
 * mistake.
 */
final class EmulatorGuard {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private final Set<String> allowedHosts;
  private final String account;

  EmulatorGuard(Set<String> allowedHosts, String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new TargetException("--emulator-account must be twelve digits, such as 000000000000.");
    }
    this.allowedHosts = allowedHosts;
    this.account = account;
  }

  /** Checks the address without sending a request. */
  void checkAddress(URI endpoint) {
    String scheme = String.valueOf(endpoint.getScheme());
    EndpointHost host =
        EndpointHost.of(endpoint)
            .filter(named -> scheme.equals("http") || scheme.equals("https"))
            .orElseThrow(
                () ->
                    new TargetException(
                        "The endpoint "
                            + endpoint
                            + " is not an address such as http://127.0.0.1:4566."));
    if (host.isAws()) {
      throw new TargetException(
          "The endpoint "
              + endpoint
              + " is AWS itself, not an emulator. Stacks are never deployed there from here."
              + " To test an existing stack, use --target aws. Nothing was written.");
    }
    if (!host.isLoopback() && !allowedHosts.contains(host.name())) {
      throw new TargetException(
          "The endpoint "
              + endpoint
              + " is not on this machine. If it is an emulator, confirm that with --allow-host "
              + host.name()
              + ". Nothing was written.");
    }
  }

  /** Requests the account number from the endpoint and checks it. */
  void checkAccount(Emulator emulator) {
    String found;
    try (StsClient sts = emulator.sts()) {
      found = sts.getCallerIdentity().account();
    } catch (SdkException e) {
      throw new TargetException(noAccount(emulator.endpoint(), e) + " Nothing was written.", e);
    }
    if (!account.equals(found)) {
      throw new TargetException(
          "The endpoint "
              + emulator.endpoint()
              + " reports the account "
              + found
              + ", but an emulator's is "
              + account
              + ". If that is your emulator's, give it with --emulator-account. Nothing was written.");
    }
  }

  private static String noAccount(URI endpoint, SdkException failure) {
    String message = "The endpoint " + endpoint + " did not report its account";
    if (failure instanceof AwsServiceException answered) {
      return message
          + ": it answered with the status "
          + answered.statusCode()
          + ". An emulator needs its service STS, and a proxy or gateway before it must let"
          + " requests through.";
    }
    return message
        + " ("
        + failure.getMessage()
        + "). Start the emulator, with the service STS, and try again.";
  }
}
