package dev.students.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cucumber's own samples of messages, of three generations of the protocol: development
 * dependencies that {@code npm ci} installs at the root of the project. Tests that need them are
 * skipped where they are missing, save in CI.
 */
final class CompatibilityKit {

  static final String MISSING = "the samples are not installed: npm ci";

  private static final Path PACKAGES = Path.of("..", "node_modules");
  private static final List<String> KITS =
      List.of("compatibility-kit-7", "compatibility-kit-22", "compatibility-kit-30");

  private CompatibilityKit() {}

  static boolean isExpected() {
    return "true".equals(System.getenv("CI"))
        || KITS.stream().allMatch(kit -> Files.isDirectory(PACKAGES.resolve(kit)));
  }

  /** All message files of all kits. */
  static Stream<Path> samples() {
    return KITS.stream().flatMap(CompatibilityKit::samples);
  }

  private static Stream<Path> samples(String kit) {
    try (Stream<Path> files = Files.walk(PACKAGES.resolve(kit).resolve("features"))) {
      return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(MISSING, e);
    }
  }
}
