package dev.students.docs.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturePathTest {

  @ParameterizedTest
  @CsvSource({
    "features/lending/fees.feature, lending/fees.feature",
    "library/fees.feature, library/fees.feature",
    "module/src/test/resources/library/fees.feature, library/fees.feature",
    "module/src/test/resources/features/fees.feature, fees.feature",
    "features/02-lending/01-fees.feature, lending/fees.feature",
    "features/2026.feature, 2026.feature",
    "features/404-not-found/3d-models.feature, not-found/3d-models.feature",
  })
  void shortForm_ofAnyPath_hasNeitherConventionalFoldersNorNumbers(String path, String shortForm) {
    assertThat(new FeaturePath(path).shortForm()).isEqualTo(shortForm);
  }

  @Test
  void naturalOrder_ofPaths_putsFilesBeforeFoldersAnd2Before10() {
    assertThat(
            Stream.of(
                    "a/10-c.feature", "b.feature", "a/2-d.feature", "a/b/c.feature", "A/1.feature")
                .map(FeaturePath::new)
                .sorted(FeaturePath.NATURAL_ORDER)
                .map(FeaturePath::whole))
        .containsExactly(
            "b.feature", "A/1.feature", "a/2-d.feature", "a/10-c.feature", "a/b/c.feature");
  }

  @Test
  void folders_ofAPath_areThosePeopleName() {
    assertThat(new FeaturePath("apps/admin/features/02-billing/fees.feature").folders())
        .containsExactly("apps", "admin", "billing");
  }
}
