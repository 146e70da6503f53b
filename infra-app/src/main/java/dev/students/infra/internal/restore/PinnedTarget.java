package dev.students.infra.internal.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the settings say that an environment is deployed, as the cloud assembly beside its template
 * has it; empty where it is wherever the credentials are.
 */
record PinnedTarget(Optional<String> account, Optional<String> region) {

  private static final Pattern FORM = Pattern.compile("aws://(\\d{12}|[a-z-]+)/([a-z0-9-]+)");
  private static final Pattern PARAMETER_ARN =
      Pattern.compile("arn:[a-z-]+:ssm:[a-z0-9-]+:(\\d{12}):parameter/.*");

  /**
   * Reads it for a template.
   *
   * @throws UncheckedIOException when the assembly cannot be read
   */
  static PinnedTarget of(Path template) {
    Path manifest = template.resolveSibling("manifest.json");
    String stack = template.getFileName().toString().replace(".template.json", "");
    try {
      return parse(
          new ObjectMapper()
              .readTree(Files.readString(manifest))
              .path("artifacts")
              .path(stack)
              .path("environment")
              .asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PinnedTarget parse(String environment) {
    Matcher matcher = FORM.matcher(environment);
    if (!matcher.matches()) {
      throw new RestoreFailedException(
          "The assembly does not say where the stack belongs: \"" + environment + "\".");
    }
    return new PinnedTarget(
        Optional.of(matcher.group(1)).filter(it -> !it.equals("unknown-account")),
        Optional.of(matcher.group(2)).filter(it -> !it.equals("unknown-region")));
  }

  /**
   * Refuses an account that is not the environment's, before anything is changed.
   *
   * @param parameterArn of a parameter that was read with the credentials
   * @throws RestoreFailedException when it is another's
   */
  void requireAccountOf(String parameterArn) {
    Matcher matcher = PARAMETER_ARN.matcher(parameterArn);
    String actual = matcher.matches() ? matcher.group(1) : parameterArn;
    if (account.isPresent() && !account.get().equals(actual)) {
      throw new RestoreFailedException(
          "The credentials are of account %s, but cdk.json says that the environment is in %s. Nothing was changed."
              .formatted(actual, account.get()));
    }
  }
}
