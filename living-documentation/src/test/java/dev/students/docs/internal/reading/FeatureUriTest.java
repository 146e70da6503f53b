package dev.students.docs.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureUriTest {

  @ParameterizedTest
  @CsvSource({
    "file:///home/ci/project/features/lending/fees.feature, lending/fees.feature",
    "file:///home/asha/copy/features/lending/fees.feature, lending/fees.feature",
    "file:features/lending/fees.feature, lending/fees.feature",
    "file:///home/ci/project/src/test/resources/library/fees.feature, library/fees.feature",
    "classpath:library/fees.feature, library/fees.feature",
    "classpath:features/lending/fees.feature, lending/fees.feature",
    "file:///home/ci/project/src/test/resources/features/lending/fees.feature, lending/fees.feature",
    "file:///home/ci/books/fees.feature, home/ci/books/fees.feature",
    "file:features/02-lending/01-fees.feature, lending/fees.feature",
    "file:features/2-lending/1_fees.feature, lending/fees.feature",
    "file:features/2026.feature, 2026.feature",
    "file:features/404-not-found/3d-models.feature, not-found/3d-models.feature",
  })
  void a_feature_is_the_same_in_every_checkout(String uri, String key) {
    assertThat(FeatureUri.key(uri)).isEqualTo(key);
  }

  @Test
  void numbers_put_features_in_order() {
    assertThat(FeatureUri.path("file:features/02-lending/01-fees.feature"))
        .isEqualTo("02-lending/01-fees.feature");
  }

  @Test
  void a_command_names_it_as_cucumber_takes_it() {
    Path here = Path.of("/home/ci/project");

    assertThat(FeatureUri.argument("file:///home/ci/project/features/fees.feature", here))
        .isEqualTo("features/fees.feature");
    assertThat(FeatureUri.argument("file:///elsewhere/fees.feature", here))
        .isEqualTo("/elsewhere/fees.feature");
    assertThat(FeatureUri.argument("file:features/fees.feature", here))
        .isEqualTo("features/fees.feature");
    assertThat(FeatureUri.argument("classpath:fees.feature", here))
        .isEqualTo("classpath:fees.feature", here);
  }
}
