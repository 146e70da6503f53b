package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {

  private static final Measurements ALL =
      new Measurements(
          List.of(
              measured("one", "0", 2),
              measured("other", "0", 1),
              measured("one", "1", 30),
              measured("other", "1", 10),
              measured("one", "2", 5),
              measured("other", "2", 1),
              measured("one", "3", 7)));

  private static Measured measured(String by, String round, double millis) {
    return new Measured(Map.of(Turns.BY, by, Measured.ROUND, round), Map.of("millis", millis));
  }

  @Test
  void ratio_severalRounds_pairsWhatTookTurns() {
    assertThat(ALL.where(Turns.BY, "one").ratio("millis", ALL.where(Turns.BY, "other")))
        .contains(new Ratio(3, 2, 5));
  }

  @Test
  void ratio_evenNumberOfRounds_hasTheMeanOfTheMiddleOnes() {
    assertThat(Ratio.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Ratio(3, 1, 9));
  }

  @Test
  void ratio_noCommonRound_isEmpty() {
    assertThat(ALL.where(Measured.ROUND, "3").ratio("millis", ALL.where(Turns.BY, "other")))
        .isEqualTo(Optional.empty());
  }

  @Test
  void read_appendedFile_givesTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("figures.jsonl");
    ALL.where(Turns.BY, "one").appendTo(file);
    ALL.where(Turns.BY, "other").appendTo(file);
    assertThat(Measurements.read(file).all()).containsExactlyInAnyOrderElementsOf(ALL.all());
  }
}
