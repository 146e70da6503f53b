package dev.students.docs.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureUriTest {

  private static final String CI = "/home/ci/project";

  @ParameterizedTest
  @CsvSource({
    "file:///home/ci/project/features/lending/fees.feature, /home/ci/project",
    "file:/home/ci/project/features/lending/fees.feature, /home/ci/project/",
    "file:///home/asha/copy/features/lending/fees.feature, /home/asha/copy",
    "file:features/lending/fees.feature, /home/ci/project",
    "features/lending/fees.feature, ''",
    "./features/lending/fees.feature, /anywhere",
    "features\\lending\\fees.feature, C:\\project",
    "file:///C:/project/features/lending/fees.feature, C:\\project",
    "C:\\project\\features\\lending\\fees.feature, C:\\project\\",
  })
  void path_belowTheDirectoryOfTheRun_isTheSameInEveryCheckout(String uri, String directory) {
    assertThat(whole(uri, directory)).isEqualTo("features/lending/fees.feature");
  }

  @ParameterizedTest
  @CsvSource({
    "classpath:library/fees.feature, library/fees.feature",
    "file:src/test/resources/library/fees.feature, library/fees.feature",
    "file:///home/ci/project/src/test/resources/library/fees.feature, library/fees.feature",
    "file:///home/ci/books/fees.feature, home/ci/books/fees.feature",
    "file:///home/ci/project/features/late%20fees.feature, features/late fees.feature",
    "features/100%25.feature, features/100%25.feature",
    "apps/shop/features/login.feature, apps/shop/features/login.feature",
  })
  void path_ofAnyUri_isWhole(String uri, String path) {
    assertThat(whole(uri, CI)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///home/ci/project/features/fees.feature, features/fees.feature",
    "file:///elsewhere/fees.feature, /elsewhere/fees.feature",
    "file:features/fees.feature, features/fees.feature",
    "features/fees.feature, features/fees.feature",
    "classpath:fees.feature, classpath:fees.feature",
  })
  void argument_ofAnyUri_isWhatCucumberTakes(String uri, String argument) {
    assertThat(new FeatureUri(uri, CI).argument()).isEqualTo(argument);
  }

  private static String whole(String uri, String directory) {
    return new FeatureUri(uri, directory).path().whole();
  }
}
