package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a test between the comments that mark an example shown in a document. */
record DocumentedExample(String code) {

  private static final String BEGIN = "    // Example: begin";
  private static final String END = "    // Example: end";

  static DocumentedExample of(Class<?> test) throws IOException {
    Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
    List<String> lines = Files.readAllLines(source);
    return new DocumentedExample(
        String.join(
            "\n",
            lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)).stream()
                .map(line -> line.replaceFirst("^ {4}", ""))
                .toList()));
  }

  /** Asserts that the document contains the example literally. */
  void assertStandsIn(String document) throws IOException {
    assertThat(Files.readString(Path.of("..", document))).contains("```java\n" + code + "\n```");
  }
}
