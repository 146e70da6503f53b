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
  void of_logOfABuildWithTimesAndDownloads_alsoGivesThemByWork(@TempDir Path folder)
      throws IOException {
    Path log = folder.resolve("first-build.log");
    Files.writeString(
        log,
        """
        23:59:58.000 [INFO] Building Local DynamoDB 0.1.0-SNAPSHOT         [1/1]
        23:59:58.500 [INFO] Downloading from there: https://example.org/a.pom
        23:59:59.500 [INFO] Downloading from there: https://example.org/b.pom
        23:59:59.250 [INFO] Downloading from there: https://example.org/c.pom
        23:59:59.750 [INFO] Downloaded from there: https://example.org/c.pom (1 kB at 2 kB/s)
        00:00:00.500 [INFO] Downloaded from there: https://example.org/a.pom (1 kB at 2 kB/s)
        00:00:01.000 [INFO] Downloaded from there: https://example.org/b.pom (1 kB at 2 kB/s)
        00:00:01.250 [INFO] --- maven-compiler-plugin:3.14.1:compile (default-compile) @ a ---
        00:00:01.500 [INFO] Downloading from there: https://example.org/not-found.jar
        00:00:02.000 [INFO] Compiling 3 source files with javac
        00:00:05.000 [INFO] --- maven-jar-plugin:3.4.2:jar (default-jar) @ a ---
        00:00:05.125 [INFO] Reactor Summary for Students on DynamoDB 0.1.0-SNAPSHOT:
        00:00:05.125 [INFO] Local DynamoDB ...................... SUCCESS [  7.125 s]
        """);
    assertThat(RunTimes.of(Map.of("verify", log)).all())
        .isEqualTo(
            List.of(
                measured("Local DynamoDB", 7.125),
                byWork("Everything else of Maven", 0.75),
                byWork("Downloading", 3),
                byWork("Compiling", 3.25),
                byWork("Packaging", 0.125)));
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
  void with_otherRuns_replacesThoseThatItTellsAnew() {
    Measurements others =
        new Measurements(
            List.of(of("first", "a", 1), of("first, by work", "b", 1), of("verify", "c", 1)));
    Measurements runs = new Measurements(List.of(of("acceptance", "d", 2), of("first", "e", 2)));

    assertThat(RunTimes.with(runs, others).all())
        .isEqualTo(List.of(of("first", "e", 2), of("verify", "c", 1), of("acceptance", "d", 2)));
  }

  @Test
  void of_logWithoutTimes_isRefused(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("empty.log"), "BUILD FAILURE\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunTimes.of(Map.of("verify", log)))
        .withMessage(log + " tells no times of its parts");
  }

  private static Measured byWork(String part, double seconds) {
    return of("verify, by work", part, seconds);
  }

  private static Measured measured(String part, double seconds) {
    return of("verify", part, seconds);
  }

  private static Measured of(String run, String part, double seconds) {
    return new Measured(Map.of("run", run, "part", part), Map.of("seconds", seconds));
  }
}
