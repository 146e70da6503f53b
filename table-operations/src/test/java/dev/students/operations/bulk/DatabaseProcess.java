package dev.students.operations.bulk;

import dev.students.local.LocalDynamoDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** DynamoDB Local in a process of its own, so that its memory is not counted with ours. */
final class DatabaseProcess implements AutoCloseable {

  private final Process process;
  private final URI endpoint;

  private DatabaseProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static DatabaseProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("http://")) {
        return new DatabaseProcess(process, URI.create(line));
      }
    }
    throw new IOException("DynamoDB Local did not start");
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Runs until whoever started it closes its input, or ends. */
  public static void main(String[] arguments) throws IOException {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      System.out.println(local.endpoint());
      while (System.in.read() >= 0) {
        // Nobody writes to it.
      }
    }
  }
}
