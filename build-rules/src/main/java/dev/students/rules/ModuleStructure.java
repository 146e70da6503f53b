package dev.students.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * How a module is laid out: its public types are in its root package, everything else is in {@code
 * internal}, whose packages do not depend on each other in a cycle.
 *
 * <p>A module includes the rules with {@code ArchTests.in(ModuleStructure.class)} in a class that
 * analyzes its main classes.
 */
public final class ModuleStructure {

  /** Other modules can then tell from a package name what they may use. */
  @ArchTest
  static final ArchRule TYPES_ARE_IN_THE_ROOT_PACKAGE_OR_IN_INTERNAL =
      classes()
          .should()
          .resideInAnyPackage("dev.students.*", "dev.students.*.internal..")
          .as("types are in the module's root package or in its package 'internal'");

  /** A package can then be read, tested and moved without the packages that use it. */
  @ArchTest
  static final ArchRule INTERNAL_PACKAGES_ARE_FREE_OF_CYCLES =
      slices()
          .matching("dev.students.*.internal.(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  private ModuleStructure() {}
}
