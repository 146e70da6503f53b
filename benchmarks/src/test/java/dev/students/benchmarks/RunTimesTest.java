package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        real	5m2.1s
        """);
    assertThat(RunTimes.of(Map.of("verify", log)).all())
        .isEqualTo(List.of(measured("Local DynamoDB", 0.475), measured("Students data layer", 62)));
  }

  @Test
  void of_outputOfAcceptance_givesItsStepsAndTheRest(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("acceptance.log");
    Files.writeString(
        log,
        """
        Building … (the first time takes a minute or two)
          [1/11] Students on DynamoDB
        Building: 39 s
        Run 1128-142533-1b0d on localstack
        Starting localstack/localstack:4.14.0 …
        Starting localstack/localstack:4.14.0: 1.5 s
        Scenarios: 119/119 done

        119 scenarios, all passed. 4.75 s, of which scenarios 2.5 s.
        Living documentation: acceptance-tests/target/living-documentation/index.html

        real	1m44.0s
        user	1m2.667s
        """);
    assertThat(RunTimes.of(Map.of("verify", log)).all())
        .isEqualTo(
            List.of(
                measured("Building", 39),
                measured("Starting localstack/localstack:4.14.0", 1.5),
                measured("Scenarios", 2.5),
                measured("Discovering scenarios, cleaning up", 0.75),
                measured("Starting the JVM, writing reports", 60.25)));
  }

  @Test
  void of_logWithoutTimes_isRefused(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("empty.log"), "BUILD FAILURE\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunTimes.of(Map.of("verify", log)))
        .withMessage(log + " tells no times of its parts");
  }

  private static Measured measured(String part, double seconds) {
    return new Measured(Map.of("run", "verify", "part", part), Map.of("seconds", seconds));
  }
}
