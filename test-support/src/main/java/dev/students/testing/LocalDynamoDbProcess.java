package dev.students.testing;

import dev.students.local.LocalDynamoDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * DynamoDB Local in a separate process, so that a measurement of this JVM's heap does not include
 * the database. The process ends when this object is closed or this JVM ends.
 */
public final class LocalDynamoDbProcess implements AutoCloseable {

  private final Process process;
  private final URI endpoint;

  private LocalDynamoDbProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts the database with an empty memory and waits until it accepts requests. */
  public static LocalDynamoDbProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                LocalDynamoDbProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("http://")) {
        return new LocalDynamoDbProcess(process, URI.create(line));
      }
    }
    throw new IOException("DynamoDB Local did not start.");
  }

  /** Where it accepts requests. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The process itself; it runs until its standard input is closed. */
  public static void main(String[] arguments) throws IOException {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      System.out.println(local.endpoint());
      while (System.in.read() >= 0) {
        // Input is ignored; only its end matters.
      }
    }
  }
}
