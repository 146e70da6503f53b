package dev.students.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.platform.commons.annotation.Testable;

/**
 * How tests are named, so that a report can be read without the code: {@code subject_outcome} or
 * {@code subject_condition_outcome}, each part in lower camel case, as in {@code
 * create_emailTaken_isRefused}. This is the form that the AWS SDK for Java uses.
 *
 * <p>A module includes the rules with {@code ArchTests.in(TestNames.class)} in a class that
 * analyzes its test classes.
 */
public final class TestNames {

  /** Covers {@code @Test}, {@code @ParameterizedTest} and every other annotation of that family. */
  @ArchTest
  static final ArchRule TESTS_NAME_SUBJECT_CONDITION_AND_OUTCOME =
      methods()
          .that()
          .areMetaAnnotatedWith(Testable.class)
          .should()
          .haveNameMatching("[a-z][A-Za-z0-9]*(_[a-z0-9][A-Za-z0-9]*){1,2}")
          .as("tests are named subject_outcome or subject_condition_outcome")
          .allowEmptyShould(true);

  /** Architecture rules are constants and are named like constants. */
  @ArchTest
  static final ArchRule ARCHITECTURE_RULES_ARE_NAMED_LIKE_CONSTANTS =
      fields()
          .that()
          .areAnnotatedWith(ArchTest.class)
          .should()
          .haveNameMatching("[A-Z][A-Z0-9_]*")
          .allowEmptyShould(true);

  private TestNames() {}
}
