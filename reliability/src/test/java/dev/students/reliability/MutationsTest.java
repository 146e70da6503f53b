package dev.students.reliability;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lines of {@code mutations.txt} fit the code and name tests that exist, so that {@code
 * mutations.sh} can still break the one and run the other.
 */
class MutationsTest {

  static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("mutations.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void mutation_asWritten_fitsTheCodeAndHasATest(String line) throws IOException {
    List<String> fields = Stream.of(line.split("~", 7)).map(String::strip).toList();
    assertThat(fields).hasSize(7);
    String[] edit = fields.get(4).split(" =>(?: |$)", 2);
    assertThat(edit).hasSize(2);
    assertThat(source(fields.get(2), "main", fields.get(3)))
        .containsPattern(
            Stream.of(edit[0].strip().split("\\s+")).map(Pattern::quote).collect(joining("\\s+")));

    String[] test = fields.get(6).replace("@long", "").split("#", 2);
    String method = test.length == 1 ? "\\w+" : test[1];
    assertThat(source(fields.get(5), "test", test[0] + ".java"))
        .containsPattern("void (" + method + ")\\(");
  }

  private static String source(String module, String kind, String name) throws IOException {
    Path sources = Path.of("..", module, "src", kind, "java");
    try (Stream<Path> files = Files.walk(sources)) {
      Path file = files.filter(it -> it.endsWith(name)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
