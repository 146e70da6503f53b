package dev.students.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures a part in a JVM of its own, so that no part warms up or fills the memory of another. */
final class PartProcess {

  private PartProcess() {}

  /**
   * Starts the JVM and returns what it measured. Only one that knows virtual threads can use them.
   */
  static Measurements measure(Part part, Setting setting) throws IOException, InterruptedException {
    Path file = Files.createTempFile(part.name(), ".jsonl");
    Jdk jdk = part instanceof ClientsPart ? Jdk.newest() : Jdk.own();
    try {
      Process process =
          new ProcessBuilder(
                  jdk.java().toString(),
                  "-Xms1g",
                  "-Xmx1g",
                  "-cp",
                  absolute(System.getProperty("java.class.path")),
                  PartProcess.class.getName(),
                  part.name(),
                  setting.endpoint().toString(),
                  setting.root().toString(),
                  Long.toString(setting.time().toMillis()),
                  file.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The part " + part.name() + " failed; see above");
      }
      return Measurements.read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /**
   * The program of that JVM.
   *
   * @param args the part, the endpoint, the project's folder, milliseconds, the file of the figures
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Setting setting =
        new Setting(
            URI.create(args[1]), Path.of(args[2]), Duration.ofMillis(Long.parseLong(args[3])));
    Benchmarks.part(args[0]).measure(setting).appendTo(Path.of(args[4]));
    System.exit(0);
  }
}
