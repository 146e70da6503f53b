package dev.students.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./acceptance} and {@code ./students} build before they start: a program of two
 * modules, whose build is as Maven's, and passes over a source that is older than its class.
 */
class RebuildTest {

  private static final Path SCRIPTS = Path.of("").toAbsolutePath().resolve(".mvn");

  /** Its "classes" are copies of the sources, a jar is what the classes and the library say. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>builds
      for module in library program; do
        classes=$module/target/classes
        mkdir -p $classes
        for class in $classes/*; do [ -f $module/src/main/${class##*/} ] || rm -f $class; done
        for source in $module/src/main/*; do
          [ $source -ot $classes/${source##*/} ] || cp $source $classes
        done
        [ ! -f edit-during-build ] || mv edit-during-build library/src/main/A
        [ "${FAILS:-}" != $module ] || exit 1
        jar=$module/target/$module-1.jar
        if [ ! -f $jar ] || [ -n "$(find $classes library/target/*.jar -newer $jar)" ]; then
          cat $classes/* >$module/target/jar
          [ $module = library ] || cat library/target/library-1.jar >>$module/target/jar
          mv $module/target/jar $jar
        fi
        [ "${KILLED:-}" != $module ] || kill -9 $SCRIPT $PPID $$
      done
      if [ "${1:-}" = verify ]; then touch -d "$2" program/target/.built; fi
      """;

  private static final String RUN =
      """
      set -eu
      export SCRIPT=$$
      output=program/target modules="library program" also=settings made= options=
      . .mvn/build-changed.sh
      is_current || build_changed || { printf failed; exit; }
      cat program/target/program-1.jar
      """;

  private final Path project;

  RebuildTest(@TempDir Path project) {
    this.project = project;
  }

  @BeforeEach
  void build() throws IOException {
    for (String script : new String[] {"build-changed.sh", "progress.awk"}) {
      write(".mvn/" + script, Files.readString(SCRIPTS.resolve(script)));
    }
    write("bin/mvn", MAVEN);
    assertThat(project.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
    write("run", RUN);
    write("pom.xml", "");
    write("settings", "");
    write("library/pom.xml", "");
    write("program/pom.xml", "");
    write("library/src/main/A", "a");
    write("library/src/main/B", "b");
    write("program/src/main/C", "c");
    write("program/src/test/x.feature", "");
    assertThat(run()).isEqualTo("cab");
  }

  @Test
  void program_nothingChanged_isNotBuilt() throws IOException {
    assertThat(run()).isEqualTo("cab");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void program_otherFileChanged_isNotBuilt() throws IOException {
    write("program/src/test/x.feature", "Feature: another");

    assertThat(run()).isEqualTo("cab");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void program_sameContentWrittenAnew_isNotBuilt() throws IOException {
    write("library/src/main/A", "a");

    assertThat(run()).isEqualTo("cab");
    assertThat(run()).isEqualTo("cab");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void program_sourceChangedAddedOrDeleted_isBuilt() throws IOException {
    write("library/src/main/A", "A");
    assertThat(run()).isEqualTo("cAb");

    write("library/src/main/D", "d");
    assertThat(run()).isEqualTo("cAbd");

    Files.delete(project.resolve("library/src/main/B"));
    assertThat(run()).isEqualTo("cAd");
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void program_settingOfEveryModuleChanged_isBuilt() throws IOException {
    write("library/target/classes/A", "as the old setting wants it");
    write("pom.xml", "<project/>");

    assertThat(run()).isEqualTo("cab");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void program_sourcePutBackWithItsOldTime_isBuilt() throws IOException {
    write("library/src/main/A", "A");
    assertThat(run()).isEqualTo("cAb");
    assertThat(run()).isEqualTo("cAb");

    putBack("library/src/main/A", "a");

    assertThat(run()).isEqualTo("cab");
  }

  @Test
  void program_sourceChangedWhileItIsBuilt_isBuiltAgain() throws IOException {
    write("edit-during-build", "B");
    write("library/src/main/A", "A");
    assertThat(run()).isEqualTo("cAb");

    assertThat(run()).isEqualTo("cBb");
  }

  @Test
  void program_buildFailed_isBuiltAgain() throws IOException {
    write("library/src/main/A", "A");
    assertThat(run(Map.of("FAILS", "library"))).isEqualTo("failed");

    assertThat(run()).isEqualTo("cAb");
  }

  @Test
  void program_buildFailedAndSourcePutBack_isThatOfTheSources() throws IOException {
    write("library/src/main/A", "A");
    assertThat(run(Map.of("FAILS", "library"))).isEqualTo("failed");
    putBack("library/src/main/A", "a");
    assertThat(run()).isEqualTo("cab");

    // A build for another reason does not use what the failed one left.
    write("program/src/main/C", "C");
    assertThat(run()).isEqualTo("Cab");
  }

  @Test
  void program_buildKilledBetweenTwoModules_isBuilt() throws IOException {
    write("library/src/main/A", "A");
    run(Map.of("KILLED", "library"));
    assertThat(run()).isEqualTo("cAb");

    write("library/src/main/A", "X");
    run(Map.of("KILLED", "library"));
    putBack("library/src/main/A", "A");
    assertThat(run()).isEqualTo("cAb");
  }

  @Test
  void program_builtByAnotherFromOtherSources_isBuilt() throws IOException {
    write("library/src/main/A", "A");
    maven("package");
    putBack("library/src/main/A", "a");

    assertThat(run()).isEqualTo("cab");
  }

  @Test
  void program_jarReplaced_isBuilt() throws IOException {
    assertThat(run()).isEqualTo("cab");
    write("program/target/program-1.jar", "another");
    assertThat(run()).isEqualTo("cab");

    write("library/src/main/A", "A");
    maven("verify", Instant.now().toString());
    do { // until the system's clock for files has gone on
      write("program/target/program-1.jar", "another");
    } while (!changed("program/target/program-1.jar").isAfter(changed("program/target/.built")));
    assertThat(run()).isEqualTo("cAb");
  }

  @Test
  void program_builtAsAWholeByAnother_isNotBuilt() throws IOException {
    write("library/src/main/A", "A");
    maven("verify", Instant.now().toString());

    assertThat(run()).isEqualTo("cAb");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void program_sourceThatAWholeBuildPassedOver_isBuilt() throws IOException {
    putBack("library/src/main/A", "A");
    maven("verify", Instant.now().toString());

    assertThat(run()).isEqualTo("cAb");
  }

  /** Nothing is noted where nothing can be written. */
  @Test
  void program_folderReadOnlyAndTimesNew_isNotBuilt() throws IOException {
    write("library/src/main/A", "a");
    String line =
        "mkdir ../copy && cp -R . ../copy && chmod -R a-w ../copy && cd ../copy && sh run";
    Path copy = project.resolveSibling("copy");
    try {
      assertThat(shell(Map.of(), line)).isEqualTo("cab");
    } finally {
      shell(Map.of(), "chmod -R u+w ../copy && rm -r ../copy");
    }
    assertThat(copy).doesNotExist();
    assertThat(builds()).isEqualTo(1);
  }

  /** Whatever happens in whatever order, what is started is that of the present sources. */
  @Test
  void program_anyChangesInAnyOrder_isThatOfTheSources() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] modules = {"library", "program"};
    for (int step = 0; step < 60; step++) {
      String module = modules[random.nextInt(2)];
      String source = module + "/src/main/" + "ABCD".charAt(random.nextInt(4));
      switch (random.nextInt(7)) {
        case 0, 1 -> write(source, Integer.toString(random.nextInt(4)));
        case 2 -> putBack(source, Integer.toString(random.nextInt(4)));
        case 3 -> Files.deleteIfExists(project.resolve(source));
        case 4 -> run(Map.of("FAILS", module));
        case 5 -> run(Map.of("KILLED", module));
        default -> assertThat(run()).as("seed %s, step %s", seed, step).isEqualTo(sources());
      }
    }
    assertThat(run()).as("seed %s", seed).isEqualTo(sources());
  }

  private String sources() throws IOException {
    return contents("program") + contents("library");
  }

  private String contents(String module) throws IOException {
    try (Stream<Path> files = Files.list(project.resolve(module + "/src/main"))) {
      return files.sorted().map(RebuildTest::read).collect(joining());
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private void putBack(String file, String content) throws IOException {
    write(file, content);
    Files.setLastModifiedTime(
        project.resolve(file), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }

  private Instant changed(String file) throws IOException {
    return ((FileTime) Files.getAttribute(project.resolve(file), "unix:ctime")).toInstant();
  }

  private long builds() {
    return read(project.resolve("builds")).lines().count();
  }

  private void maven(String... arguments) throws IOException {
    shell(Map.of(), "bin/mvn " + String.join(" ", arguments));
  }

  private String run() throws IOException {
    return run(Map.of());
  }

  private String run(Map<String, String> environment) throws IOException {
    return shell(environment, "sh run");
  }

  /** What a line of shell prints; its errors are shown by the test. */
  private String shell(Map<String, String> environment, String line) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", line)
            .directory(project.toFile())
            .redirectError(project.resolve("errors").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("PATH", project.resolve("bin") + ":" + System.getenv("PATH"));
    return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
