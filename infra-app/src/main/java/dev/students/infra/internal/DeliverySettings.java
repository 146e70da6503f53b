package dev.students.infra.internal;

import java.util.Map;

/**
 * Who may deploy from a pipeline, by OpenID Connect: for each environment the exact claims that a
 * token must have.
 *
 * @param issuer the issuer's URL without {@code https://}, as IAM names its condition keys
 * @param audience the {@code aud} claim
 * @param claims for each environment by its name: every further claim and its exact value
 * @param mutableSubjects whether a claim names a GitHub repository by a name alone, which somebody
 *     else can have later
 * @param existingProvider whether the account has a provider for the issuer already, as it does
 *     where another project's pipeline deploys; an account cannot have two
 */
public record DeliverySettings(
    String issuer,
    String audience,
    Map<String, Map<String, String>> claims,
    boolean mutableSubjects,
    boolean existingProvider) {

  /** The issuer of GitHub's own tokens. */
  static final String GITHUB = "token.actions.githubusercontent.com";

  public DeliverySettings {
    claims = Map.copyOf(claims);
  }

  boolean ofGithub() {
    return issuer.equals(GITHUB);
  }
}
