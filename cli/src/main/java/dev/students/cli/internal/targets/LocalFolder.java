package dev.students.cli.internal.targets;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import dev.students.local.LocalDynamoDbException;
import dev.students.truncation.TruncationPermit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** DynamoDB Local in this JVM, with its tables in a folder that is kept between runs. */
public record LocalFolder(Path folder) implements TableTarget {

  /** The table's name in every local folder. */
  public static final String TABLE = "students";

  private static final long ALMOST_FULL = 1024 * 1024;

  @Override
  public String kind() {
    return "local";
  }

  @Override
  public String location() {
    return "in the data folder " + folder;
  }

  @Override
  public OpenTarget open(WriteObserver observer) {
    DataFolder taken = DataFolder.take(folder);
    try {
      return open(
          taken,
          EmbeddedDatabase.start(() -> LocalDynamoDb.onFolder(folder)),
          new AwsClients(observer));
    } catch (TargetUnavailableException absent) {
      taken.close();
      throw absent;
    } catch (LocalDynamoDbException e) {
      taken.close();
      throw new TargetUnavailableException(
          diagnose()
              .orElse(
                  "DynamoDB Local cannot start "
                      + location()
                      + ". Give another folder with --data DIR."),
          e);
    }
  }

  private OpenTarget open(DataFolder taken, LocalDynamoDb local, AwsClients clients) {
    try {
      DynamoDbClient client = clients.of(local.clients());
      createTableIfAbsent(client);
      return new OpenLocalFolder(folder, taken, local, client);
    } catch (RuntimeException e) {
      local.close();
      taken.close();
      throw e;
    }
  }

  private static void createTableIfAbsent(DynamoDbClient client) {
    try {
      client.describeTable(request -> request.tableName(TABLE));
    } catch (ResourceNotFoundException absent) {
      client.createTable(StudentTable.createTableRequest(TABLE));
    }
  }

  @Override
  public Optional<String> diagnose() {
    try {
      return Files.getFileStore(folder).getUsableSpace() < ALMOST_FULL
          ? Optional.of(
              "The disk that holds the data folder "
                  + folder
                  + " is full. Make room, or give another folder with --data DIR.")
          : Optional.empty();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private record OpenLocalFolder(
      Path folder, DataFolder taken, LocalDynamoDb local, DynamoDbClient client)
      implements OpenTarget {

    @Override
    public String description() {
      return "local, folder " + folder + ", table " + TABLE;
    }

    @Override
    public String tableName() {
      return TABLE;
    }

    @Override
    public boolean isBilled() {
      return false;
    }

    @Override
    public TruncationPermit truncationPermit(Optional<String> emulatorHost) {
      return TruncationPermit.forEmulator(local.endpoint(), TABLE);
    }

    @Override
    public void close() {
      try (taken) {
        client.close();
        local.close();
      }
    }
  }
}
