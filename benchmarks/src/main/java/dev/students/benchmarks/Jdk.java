package dev.students.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param version its feature version
 * @param java its program
 */
record Jdk(int version, Path java) {

  /** The folders in which others are looked for, beside that of the system property. */
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/opt/java",
          System.getProperty("user.home") + "/.sdkman/candidates/java");

  /** The one that runs this program. */
  static Jdk own() {
    return new Jdk(
        Runtime.version().feature(), Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /** The newest, of which {@code -Dbenchmarks.jdk=FOLDER} can tell; else this program's. */
  static Jdk newest() {
    return Stream.concat(
            Stream.ofNullable(System.getProperty("benchmarks.jdk")).map(Path::of),
            FOLDERS.stream().map(Path::of).filter(Files::isDirectory).flatMap(Jdk::folders))
        .flatMap(home -> of(home).stream())
        .filter(jdk -> jdk.version() > own().version())
        .reduce((one, other) -> one.version() >= other.version() ? one : other)
        .orElse(own());
  }

  private static Stream<Path> folders(Path parent) {
    try (Stream<Path> all = Files.list(parent)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Jdk> of(Path home) {
    Path java = home.resolve("bin/java");
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=") && Files.isExecutable(java))
          .findFirst()
          .map(line -> line.replaceAll("[^0-9.]", "").replaceFirst("\\..*", ""))
          .map(version -> new Jdk(Integer.parseInt(version), java));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
