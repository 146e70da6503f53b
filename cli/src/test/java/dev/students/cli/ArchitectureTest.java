package dev.students.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;
import dev.students.rules.TestNames;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.students.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_CDK_APP_AND_OF_SCENARIOS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.infra..", "dev.students.acceptance..", "dev.students.docs..");

  @ArchTest
  static final ArchRule KNOWS_NO_INTERNALS_OF_OTHER_MODULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.data.internal..",
              "dev.students.local.internal..",
              "dev.students.truncation.internal..",
              "dev.students.operations.internal..",
              "software.amazon.awssdk..internal..");

  @Test
  void classPath_hasNoJsii() {
    assertThatThrownBy(() -> Class.forName("software.amazon.jsii.JsiiEngine"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  /** The tests' own classes. */
  @AnalyzeClasses(
      packages = "dev.students.cli",
      importOptions = ImportOption.OnlyIncludeTests.class)
  static final class OfTests {

    @ArchTest static final ArchTests NAMES = ArchTests.in(TestNames.class);
  }
}
