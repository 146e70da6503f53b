package dev.students.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.students.data.internal.Session;
import dev.students.rules.ModuleStructure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@AnalyzeClasses(
    packages = "dev.students.data",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> INTERNAL =
      JavaClass.Predicates.resideInAPackage("dev.students.data.internal..");

  @ArchTest
  static final ArchRule NEEDS_THE_AWS_SDK_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.students.data..", "java..", "software.amazon.awssdk..", "org.jspecify..");

  @ArchTest static final ArchTests STRUCTURE = ArchTests.in(ModuleStructure.class);

  @ArchTest
  static final ArchRule NO_PUBLIC_METHOD_OF_THE_ROOT_SHOWS_INTERNALS =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.students.data")
          .should()
          .notHaveRawReturnType(INTERNAL)
          .andShould()
          .notHaveRawParameterTypes(
              DescribedPredicate.describe(
                  "with an internal type", types -> types.stream().anyMatch(INTERNAL)));

  @ArchTest
  static final ArchRule ONLY_THE_SESSION_TALKS_TO_DYNAMODB =
      noClasses()
          .that()
          .resideInAPackage("dev.students.data.internal")
          .and()
          .doNotBelongToAnyOf(Session.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(DynamoDbClient.class);
}
