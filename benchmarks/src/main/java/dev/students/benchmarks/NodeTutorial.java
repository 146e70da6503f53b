package dev.students.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tutorial's requests by AWS's SDK for Node.js, made by a process that takes orders line by
 * line. Not thread-safe.
 */
final class NodeTutorial implements AutoCloseable {

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "tutorial.js");

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private NodeTutorial(Process process) {
    this.process = process;
    this.orders = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /** Empty where there is no Node.js with npm, or the SDK cannot be installed. */
  static Optional<NodeTutorial> start(Setting setting) {
    Path folder = setting.root().resolve("benchmarks/target/nodejs");
    try {
      Files.createDirectories(folder);
      for (String file : FILES) {
        Path source = setting.root().resolve("benchmarks/src/main/nodejs").resolve(file);
        Files.copy(source, folder.resolve(file), REPLACE_EXISTING);
      }
      Process npm =
          command(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (npm.waitFor() != 0) {
        System.out.println("The SDK for Node.js cannot be installed");
        return Optional.empty();
      }
      String endpoint = setting.endpoint().toString();
      return Optional.of(
          new NodeTutorial(command(folder, "node", "tutorial.js", endpoint).start()));
    } catch (IOException e) {
      System.out.println(e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder command(Path folder, String... words) {
    return new ProcessBuilder(words).directory(folder.toFile()).redirectError(Redirect.INHERIT);
  }

  /** Carries out an operation so many times, one after the other. */
  void run(Operation operation, String table, int calls, long first) {
    order("%s %s %d %d%n".formatted(operation.title(), table, calls, first));
  }

  /** Empties a table. */
  void truncate(String table) {
    order("truncate %s 1 0%n".formatted(table));
  }

  private void order(String order) {
    try {
      orders.write(order);
      orders.flush();
      String answer = answers.readLine();
      if (!"done".equals(answer)) {
        throw new IllegalStateException("Node.js answered: " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process, whose orders have come to their end. */
  @Override
  public void close() {
    try {
      orders.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
