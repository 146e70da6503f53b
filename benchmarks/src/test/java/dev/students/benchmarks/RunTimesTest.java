package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTimesTest {

  @Test
  void of_summaryOfMaven_givesEachModulesSeconds(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("verify.log");
    Files.writeString(
        log,
        """
        [INFO] Building Local DynamoDB 0.1.0-SNAPSHOT                       [2/3]
        [INFO] Local DynamoDB ..................................... SUCCESS [  0.475 s]
        [INFO] Students data layer ................................ SUCCESS [01:02 min]
        [INFO] BUILD SUCCESS
        """);
    assertThat(RunTimes.of(Map.of("verify", log)).all())
        .isEqualTo(List.of(measured("Local DynamoDB", 0.475), measured("Students data layer", 62)));
  }

  private static Measured measured(String module, double seconds) {
    return new Measured(Map.of("run", "verify", "module", module), Map.of("seconds", seconds));
  }
}
