package dev.students.spark;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.students.rules.TestNames;

@AnalyzeClasses(
    packages = "dev.students.spark",
    importOptions = ImportOption.OnlyIncludeTests.class)
class TestNamesTest {

  @ArchTest static final ArchTests TEST_NAMES = ArchTests.in(TestNames.class);
}
