package dev.students.cli;

import dev.students.testing.LocalStudentTable;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A table on DynamoDB Local and the command-line program that works on it. */
final class OperatorsTable extends LocalStudentTable {

  OperatorsTable() {}

  OperatorsTable(CreateTableRequest table) {
    super(table);
  }

  /** A command line with the options that select this table. */
  String[] at(String... args) {
    return Stream.concat(
            Stream.of(args), Stream.of("--endpoint", ENDPOINT.toString(), "--table", name))
        .toArray(String[]::new);
  }

  /** Runs a command on this table without a terminal. */
  Run run(String... args) {
    return Run.of(at(args));
  }

  /** The first line on standard error, which names the target. */
  String where() {
    return "students: endpoint %s, table %s\n".formatted(ENDPOINT, name);
  }
}
