package dev.students.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;

@AnalyzeClasses(
    packages = "dev.students.infra",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule SETTINGS_DO_NOT_DEPEND_ON_THE_CDK =
      noClasses()
          .that()
          .haveSimpleNameContaining("Setting")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..");

  @ArchTest
  static final ArchRule RESTORE_DOES_NOT_DEPEND_ON_THE_CDK =
      noClasses()
          .that()
          .resideInAPackage("..restore..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..");
}
