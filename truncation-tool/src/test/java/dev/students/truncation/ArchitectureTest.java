package dev.students.truncation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;

@AnalyzeClasses(
    packages = "dev.students.truncation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_STUDENTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.data..",
              "dev.students.infra..",
              "dev.students.local..",
              "dev.students.acceptance..",
              "dev.students.docs..",
              "dev.students.cli..");

  @ArchTest
  static final ArchRule A_PERMIT_IS_HAD_ONLY_FROM_ITS_CHECKS =
      constructors().that().areDeclaredIn(TruncationPermit.class).should().bePrivate();

  @ArchTest
  static final ArchRule ONLY_THE_HANDLER_KNOWS_LAMBDA =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(TruncationHandler.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..");
}
