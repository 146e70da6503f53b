package dev.students.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(
    packages = "dev.students.acceptance",
    importOptions = ImportOption.DoNotIncludeJars.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> STEPS = simpleNameEndingWith("Steps");

  @ArchTest
  static final ArchRule TYPES_STAND_IN_THE_ROOT_PACKAGE_OR_IN_INTERNAL =
      classes()
          .should()
          .resideInAnyPackage(
              "dev.students.acceptance",
              "dev.students.acceptance.attack",
              "dev.students.acceptance.internal..",
              "dev.students.acceptance.policies",
              "dev.students.acceptance.steps");

  @ArchTest
  static final ArchRule NO_STEP_CLASS_KNOWS_ANOTHER =
      classes()
          .that(STEPS)
          .should(
              new ArchCondition<>("know no other step class") {
                @Override
                public void check(JavaClass steps, ConditionEvents events) {
                  for (Dependency dependency : steps.getDirectDependenciesFromSelf()) {
                    JavaClass other = dependency.getTargetClass();
                    if (!other.equals(steps) && STEPS.test(other)) {
                      events.add(SimpleConditionEvent.violated(steps, dependency.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_HARNESS_HAVE_NO_CYCLES =
      slices().matching("dev.students.acceptance.internal.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TARGETS_KNOW_NOTHING_OF_CUCUMBER =
      noClasses()
          .that()
          .resideInAPackage("..internal.targets..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.cucumber..", "dev.students.acceptance.steps..");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "software.amazon.jsii.JsiiEngine",
        "software.amazon.awscdk.App",
        "dev.students.infra.StudentsApp"
      })
  void classPath_ofTheModule_hasNoCdk(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }
}
