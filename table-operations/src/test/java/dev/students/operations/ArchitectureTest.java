package dev.students.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.rules.ModuleStructure;

@AnalyzeClasses(
    packages = "dev.students.operations",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule NEEDS_THE_DATA_LAYERS_PUBLIC_TYPES_AND_FEW_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.operations..",
              "dev.students.data",
              "dev.students.requests",
              "java..",
              "javax.crypto..",
              "software.amazon.awssdk..",
              "com.fasterxml.jackson.core..",
              "de.siegmar.fastcsv..",
              "org.jspecify..");
}
