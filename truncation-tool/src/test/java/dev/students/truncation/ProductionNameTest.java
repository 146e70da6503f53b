package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "production",
        "PRODUCTION",
        "prod",
        "prd",
        "live",
        "students-production-Table12AB",
        "StudentsProduction",
        "StudentsProductionTable12AB",
        "students-prd",
        "students_PRD_1",
        "students.live",
        "StudentsPROD",
        "PRODStudents",
        "prodStudents",
        "studentsProd2",
        "prod2",
        "eu_prod_2",
        "studentsprod",
        "studentsproduction",
        "productionstudents",
        "PRODuction",
        "/students/production/truncation-permit"
      })
  void matches_nameContainingAProductionWord_isTrue(String name) {
    assertThat(ProductionName.matches(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dev",
        "students-dev-Table12AB",
        "products",
        "products-productions",
        "ProductCatalog",
        "reproduction",
        "preprod",
        "nonprod-students",
        "nonproduction",
        "olive",
        "delivery",
        "lives"
      })
  void matches_similarName_isFalse(String name) {
    assertThat(ProductionName.matches(name)).isFalse();
  }
}
