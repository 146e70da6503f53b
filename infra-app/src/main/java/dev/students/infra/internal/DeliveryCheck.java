package dev.students.infra.internal;

import dev.students.infra.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules for the settings of the pipeline's roles. Every claim is exact: a wildcard would let
 * other repositories, branches or environments deploy.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub's claims</a>
 */
final class DeliveryCheck {

  private static final String GITHUB = "https://" + DeliverySettings.GITHUB;
  private static final String SUBJECTS = "subjects";
  private static final String OWNER_ID = "ownerId";
  private static final String REPOSITORY_ID = "repositoryId";

  private final Check check;
  private final WrittenSettings.Delivery written;
  private final List<String> environments;

  private DeliveryCheck(String path, WrittenSettings.Delivery written, List<String> environments) {
    this.check = new Check(path);
    this.written = written;
    this.environments = environments;
  }

  /**
   * Checks and completes the settings.
   *
   * @param environments the names of all environments
   * @throws InvalidSettingException naming the setting, which starts with {@code path}
   */
  static DeliverySettings check(
      String path, WrittenSettings.Delivery written, List<String> environments) {
    return new DeliveryCheck(path, written, environments).check();
  }

  private DeliverySettings check() {
    String issuer = written.issuer().orElse(GITHUB);
    check.matches(
        "issuer",
        written.issuer(),
        Patterns.ISSUER,
        "the https URL of an OpenID Connect issuer, without wildcards");
    check.matches(
        "audience", written.audience(), Patterns.BRANCH_OR_CLAIM, "one text without wildcards");
    Map<String, Map<String, String>> claims = issuer.equals(GITHUB) ? github() : subjects();
    return new DeliverySettings(
        issuer.substring("https://".length()),
        written.audience().orElse("sts.amazonaws.com"),
        claims,
        issuer.equals(GITHUB) && written.repositoryId().isEmpty(),
        written.existingProvider().orElse(false));
  }

  private Map<String, Map<String, String>> github() {
    check.require(
        SUBJECTS,
        written.subjects().isEmpty(),
        "is for other issuers: GitHub's follow from repository, branch and the environments");
    check.require("repository", written.repository().isPresent(), "is missing");
    check.require("branch", written.branch().isPresent(), "is missing");
    check.matches(
        "repository",
        written.repository(),
        Patterns.REPOSITORY,
        "one repository as owner/name, without wildcards");
    check.require(
        "repository",
        written.repository().stream().noneMatch(it -> it.endsWith(".git")),
        "must not end in .git: GitHub's tokens name the repository without it");
    check.matches("branch", written.branch(), Patterns.BRANCH, "one branch, without wildcards");
    check.require(
        "branch",
        written.branch().stream().noneMatch(it -> it.startsWith("refs/")),
        "must be the name alone, such as main, without refs/heads/");
    ids();
    String repository = written.repository().orElseThrow();
    String subject = "repo:" + withIds(repository) + ":environment:";
    String branch = written.branch().orElseThrow();
    Map<String, Map<String, String>> claims = new TreeMap<>();
    environments.forEach(
        name ->
            claims.put(
                name,
                Map.of(
                    "sub",
                    subject + name,
                    "repository",
                    repository,
                    "ref",
                    "refs/heads/" + branch,
                    "environment",
                    name)));
    return claims;
  }

  private void ids() {
    check.matches(
        OWNER_ID, written.ownerId(), Patterns.GITHUB_ID, "a number as GitHub gives accounts");
    check.matches(
        REPOSITORY_ID,
        written.repositoryId(),
        Patterns.GITHUB_ID,
        "a number as GitHub gives repositories");
    String both = "is missing: a subject has both numbers or none";
    check.require(
        OWNER_ID, written.ownerId().isPresent() || written.repositoryId().isEmpty(), both);
    check.require(
        REPOSITORY_ID, written.repositoryId().isPresent() || written.ownerId().isEmpty(), both);
  }

  /** As GitHub writes it in the subjects of repositories that have immutable ones. */
  private String withIds(String repository) {
    if (written.repositoryId().isEmpty()) {
      return repository;
    }
    String[] names = repository.split("/", -1);
    return "%s@%s/%s@%s"
        .formatted(
            names[0],
            written.ownerId().orElseThrow(),
            names[1],
            written.repositoryId().orElseThrow());
  }

  private Map<String, Map<String, String>> subjects() {
    forGithubOnly("repository", written.repository());
    forGithubOnly(OWNER_ID, written.ownerId());
    forGithubOnly(REPOSITORY_ID, written.repositoryId());
    forGithubOnly("branch", written.branch());
    Map<String, String> subjects = written.subjects().orElse(Map.of());
    Check below = check.below(SUBJECTS);
    subjects.forEach(
        (name, subject) -> {
          below.require(
              name, environments.contains(name), "is not an environment: " + environments);
          below.matches(
              name,
              Optional.of(subject),
              Patterns.BRANCH_OR_CLAIM,
              "the exact subject of a token, without wildcards");
        });
    Map<String, Map<String, String>> claims = new TreeMap<>();
    environments.forEach(
        name -> {
          String subject =
              Optional.ofNullable(subjects.get(name))
                  .orElseThrow(
                      () ->
                          new InvalidSettingException(
                              below.path() + "." + name,
                              "is missing: which token may deploy this environment?"));
          claims.put(name, Map.of("sub", subject));
        });
    return claims;
  }

  private void forGithubOnly(String name, Optional<String> value) {
    check.require(name, value.isEmpty(), "is for GitHub only: write subjects");
  }
}
