package dev.students.cli.internal.targets;

import java.nio.file.Path;

/**
 * An export of a table by DynamoDB to S3, copied to a folder of this machine. It can be read like
 * the table without consuming its capacity.
 */
public record ExportedTable(Path folder) implements Target {

  @Override
  public String kind() {
    return "export";
  }

  @Override
  public String location() {
    return "in the folder " + folder;
  }

  /** One line for people. */
  public String description() {
    return "export of a table, folder " + folder;
  }
}
