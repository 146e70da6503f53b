package dev.students.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.students.spark",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule TYPES_STAND_IN_THE_ROOT_PACKAGE_OR_IN_INTERNAL =
      classes().should().resideInAnyPackage("dev.students.spark", "dev.students.spark.internal");

  /** The rules of a check are in {@code table-operations} only. */
  @ArchTest
  static final ArchRule NEEDS_PUBLIC_TYPES_OF_TABLE_OPERATIONS_AND_SPARK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.spark..",
              "dev.students.operations",
              "java..",
              "org.apache.spark..",
              "org.apache.hadoop.conf..",
              "org.apache.hadoop.fs..",
              "scala..",
              "software.amazon.awssdk.services.dynamodb.model",
              "org.jspecify..");
}
