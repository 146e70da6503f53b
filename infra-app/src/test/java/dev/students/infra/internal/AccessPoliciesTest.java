package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Each action that a policy allows is needed by the data layer, and each needed one is allowed. */
class AccessPoliciesTest {

  private static final Set<Access> EVERYDAY = new LinkedHashSet<>();
  private static final Set<Access> ERASING = new LinkedHashSet<>();

  @BeforeAll
  static void recordWhatTheDataLayerAsksFor() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient plain = local.clientBuilder().build();
        DynamoDbClient everyday = recording(local, EVERYDAY);
        DynamoDbClient erasing = recording(local, ERASING)) {
      plain.createTable(StudentTable.createTableRequest("students"));
      StudentId id = useEverything(StudentStore.create(everyday, "students"));
      StudentStore.create(erasing, "students").erase(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
  void aServiceMayDoWhatTheDataLayerDoesAndNothingElse(String stack) {
    assertExact(Template.built(stack), "Application", EVERYDAY, Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging"})
  void theAcceptanceTestsMayEraseToo(String stack) {
    Set<Access> both = new LinkedHashSet<>(EVERYDAY);
    both.addAll(ERASING);

    assertExact(Template.built(stack), "Acceptance", both, Set.of("DescribeTable"));
  }

  @Test
  void withoutTheStatementToEraseNothingOfAStudentCanBeRemoved() {
    List<Statement> application = statements(Template.built("students-dev"), "Application");

    assertThat(ERASING)
        .filteredOn(access -> application.stream().noneMatch(it -> it.allows(access)))
        .extracting(Access::action, Access::leadingKey)
        .containsExactlyInAnyOrder(
            tuple("dynamodb:DeleteItem", "student#"),
            tuple("dynamodb:ConditionCheckItem", "student#"));
  }

  /** Whatever is asked for is allowed; and whatever is allowed is asked for. */
  private static void assertExact(
      Template template, String policy, Set<Access> asked, Set<String> otherwiseNeeded) {
    List<Statement> statements = statements(template, policy);

    assertThat(asked)
        .as("asked for, but not allowed by %s", policy)
        .allMatch(access -> statements.stream().anyMatch(it -> it.allows(access)));
    assertThat(statements.stream().flatMap(Statement::parts))
        .as("allowed by %s, but never asked for", policy)
        .filteredOn(part -> asked.stream().noneMatch(part::allows))
        .extracting(Statement::sid)
        .containsExactlyInAnyOrderElementsOf(otherwiseNeeded);
  }

  private static List<Statement> statements(Template template, String policy) {
    return template.properties("AWS::IAM::ManagedPolicy").entrySet().stream()
        .filter(it -> it.getKey().startsWith("AccessPolicies" + policy))
        .flatMap(it -> Statement.of(it.getValue()).stream())
        .toList();
  }

  /** Each operation but erasing; more awards than a transaction removes at once. */
  private static StudentId useEverything(StudentStore store) {
    StudentId id =
        store
            .create(
                NewStudent.of(
                    PersonName.of("Ada"),
                    PersonName.of("Lovelace"),
                    EmailAddress.of("ada@school.example")))
            .id();
    EmailAddress moved = EmailAddress.of("countess@school.example");
    store.update(id, StudentUpdate.builder().email(moved).build());
    assertThat(store.findByEmail(moved)).isPresent();
    assertThat(store.findById(id)).isPresent();
    IntStream.range(0, 101)
        .forEach(it -> store.awardXp(id, XpAward.of(AwardId.of("award-" + it), 1)));
    assertThat(store.awards(id)).hasSize(101);
    store.softDelete(id);
    store.restore(id);
    return id;
  }

  private static DynamoDbClient recording(LocalDynamoDb local, Set<Access> into) {
    ExecutionInterceptor recorder =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            Access.of(context.request()).forEach(into::add);
          }
        };
    return local
        .clientBuilder()
        .overrideConfiguration(it -> it.addExecutionInterceptor(recorder))
        .build();
  }
}
