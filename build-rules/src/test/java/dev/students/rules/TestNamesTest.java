package dev.students.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class TestNamesTest {

  private static final JavaClasses NAMES = new ClassFileImporter().importClasses(Names.class);

  @Test
  void rule_severalNames_refusesThoseOfAnotherForm() {
    EvaluationResult result = TestNames.TESTS_NAME_SUBJECT_CONDITION_AND_OUTCOME.evaluate(NAMES);

    assertThat(methodsNamedBy(result))
        .containsExactlyInAnyOrder("aStudentIsFound", "find_by_email_finds_it", "Create_isRefused");
  }

  private static List<String> methodsNamedBy(EvaluationResult result) {
    return result.getFailureReport().getDetails().stream()
        .flatMap(
            detail ->
                Stream.of(Names.class.getDeclaredMethods())
                    .map(method -> method.getName())
                    .filter(name -> detail.contains("." + name + "(")))
        .toList();
  }

  @SuppressWarnings("unused") // read as class files
  private static final class Names {
    @Test
    void create_isRefused() {}

    @ParameterizedTest
    void create_emailTaken_isRefused() {}

    @Test
    void aStudentIsFound() {}

    @ParameterizedTest
    void find_by_email_finds_it() {}

    @Test
    void Create_isRefused() {}

    void notATest() {}
  }
}
