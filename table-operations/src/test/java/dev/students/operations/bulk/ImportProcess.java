package dev.students.operations.bulk;

import dev.students.operations.StudentImport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An import in a separate process, which can be killed. */
public final class ImportProcess {

  private ImportProcess() {}

  /** Starts the process. */
  public static Process start(URI endpoint, String table, Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ImportProcess.class.getName(),
            endpoint.toString(),
            table,
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Arguments: endpoint, table, file. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = BulkTables.client(URI.create(arguments[0]));
        InputStream file = Files.newInputStream(Path.of(arguments[2]))) {
      StudentImport.builder(client, arguments[1]).build().run(file, line -> {});
    }
  }
}
