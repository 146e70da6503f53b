package dev.students.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;

@AnalyzeClasses(packages = "dev.students.docs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule IT_KNOWS_NOTHING_OF_STUDENTS_OR_AWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.data..",
              "dev.students.local..",
              "dev.students.truncation..",
              "dev.students.acceptance..",
              "software.amazon..",
              "com.amazonaws..");

  @ArchTest
  static final ArchRule PAGES_ARE_MADE_OF_THE_MODEL_AND_NOT_OF_MESSAGES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.reading..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.cucumber..");

  @ArchTest
  static final ArchRule EVERYTHING_BUT_THE_API_IS_INTERNAL =
      classes()
          .should()
          .resideInAPackage("dev.students.docs.internal..")
          .orShould()
          .haveNameMatching(
              "dev\\.students\\.docs\\.(LivingDocumentation(Exception)?|Site|package-info)");

  @ArchTest
  static final ArchRule THE_MODEL_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("..internal.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..internal.model..", "java..", "org.jspecify..");
}
