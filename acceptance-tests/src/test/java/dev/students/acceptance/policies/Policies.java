package dev.students.acceptance.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the managed policies of an environment's template with the recorded requests. */
public final class Policies {

  /**
   * What only tests do: erase, write as a legacy client does, read the whole table, describe the
   * table itself.
   */
  private static final Set<String> OF_TESTS_ONLY =
      Set.of("DescribeTable", "Erase", "ReadWholeTable", "WriteAsLegacyClient");

  /** Backups are read only on AWS; see {@code TableComparison}. */
  private static final String ON_AWS_ONLY =
      "DescribeBackups [dynamodb:DescribeContinuousBackups] []";

  /** In other environments the table belongs to the stack. */
  private static final String MADE_BY_THE_EMBEDDED_TARGET = "dynamodb:CreateTable";

  private final JsonNode template;

  private Policies(JsonNode template) {
    this.template = template;
  }

  public static Policies of(String environment) {
    String resource = "/templates/students-" + environment + ".template.json";
    try (InputStream in = Policies.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new Policies(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asserts that every request is allowed by a policy, and that everything allowed was requested.
   */
  public void assertExactlyWhatWasAskedOf(String table) {
    Set<Access> asked = new HashSet<>(AccessRecorder.of(table));
    asked.removeIf(access -> access.action().equals(MADE_BY_THE_EMBEDDED_TARGET));
    List<Statement> application = statements("Application");
    List<Statement> acceptance = statements("Acceptance");
    List<Statement> ofTestsOnly =
        acceptance.stream().filter(it -> OF_TESTS_ONLY.contains(it.sid())).toList();

    assertThat(asked)
        .as("asked for, but not allowed by the policy \"acceptance\"")
        .filteredOn(allowedBy(acceptance).negate())
        .isEmpty();
    assertThat(asked)
        .as("asked for by the data layer, but not allowed by the policy \"application\"")
        .filteredOn(allowedBy(ofTestsOnly).or(allowedBy(application)).negate())
        .isEmpty();
    assertThat(asked)
        .as("asked for by the tests alone, but allowed by the policy \"application\"")
        .filteredOn(allowedBy(ofTestsOnly).and(allowedBy(application)))
        .isEmpty();
    assertThat(notNeeded(acceptance, asked))
        .as("allowed by the policy \"acceptance\", but not needed")
        .containsExactly(ON_AWS_ONLY);
    assertThat(notNeeded(application, asked))
        .as("allowed by the policy \"application\", but not needed")
        .isEmpty();
  }

  /** The same of the policy for people who look after the table. */
  public void assertOperatorIsAllowedExactlyWhatWasAskedOf(String table) {
    Set<Access> asked = AccessRecorder.of(table);
    List<Statement> operator = statements("Operator");

    assertThat(asked)
        .as("asked for, but not allowed by the policy \"operator\"")
        .filteredOn(allowedBy(operator).negate())
        .isEmpty();
    assertThat(notNeeded(operator, asked))
        .as("allowed by the policy \"operator\", but not needed")
        .isEmpty();
  }

  private static Predicate<Access> allowedBy(List<Statement> statements) {
    return access -> statements.stream().anyMatch(it -> it.allows(access));
  }

  /** The statements that could be removed, because no request needs them. */
  private static List<String> notNeeded(List<Statement> statements, Set<Access> asked) {
    List<Statement> parts = statements.stream().flatMap(Statement::parts).toList();
    return parts.stream()
        .filter(
            part ->
                asked.stream()
                    .filter(part::allows)
                    .allMatch(access -> parts.stream().filter(it -> it.allows(access)).count() > 1))
        .map(part -> part.sid() + " " + part.actions() + " " + part.leadingKeys())
        .toList();
  }

  private List<Statement> statements(String policy) {
    List<Statement> statements =
        template
            .path("Resources")
            .propertyStream()
            .filter(it -> it.getKey().startsWith("AccessPolicies" + policy))
            .filter(it -> it.getValue().path("Type").asText().equals("AWS::IAM::ManagedPolicy"))
            .flatMap(it -> Statement.of(it.getValue().path("Properties")).stream())
            .toList();
    assertThat(statements).as("statements of the policy %s", policy).isNotEmpty();
    return statements;
  }
}
