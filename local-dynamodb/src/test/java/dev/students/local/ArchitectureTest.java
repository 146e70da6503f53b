package dev.students.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;

@AnalyzeClasses(
    packages = "dev.students.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_OTHER_MODULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.data..",
              "dev.students.infra..",
              "dev.students.truncation..",
              "dev.students.acceptance..",
              "dev.students.docs..",
              "dev.students.cli..");
}
