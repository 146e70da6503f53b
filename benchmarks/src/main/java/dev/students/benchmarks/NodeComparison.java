package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The store beside the tutorial's own program, which is one for Node.js: both on one table, by
 * turns of some calls each.
 */
final class NodeComparison {

  private static final String LABEL = "besideNode";
  private static final String NODE = "NODE";
  private static final int CALLS = 50;
  private static final int ROUNDS = 5;

  /** So that both create other students. */
  private static final long NUMBERS_OF_NODE = 1_000_000_000L;

  /** What the tutorial has, too. */
  static final List<Operation> OPERATIONS =
      List.of(
          Operation.FIND_BY_ID,
          Operation.FIND_BY_EMAIL,
          Operation.CREATE,
          Operation.UPDATE,
          Operation.AWARD_XP);

  private NodeComparison() {}

  /** Nothing where Node.js is missing. */
  static List<Measured> measure(Setting setting, DynamoDbClient client, Duration each) {
    List<Measured> all = new ArrayList<>();
    try (LocalTable table = LocalTable.create(client)) {
      Students store = By.STORE.students(client, table.name());
      store.create(Operation.ADA, Operation.ADAS_EMAIL);
      Optional<NodeTutorial> started = NodeTutorial.start(setting);
      if (started.isEmpty()) {
        System.out.println(
            "Node.js, npm or its SDK is missing: the tutorial's program is left out");
        return all;
      }
      try (NodeTutorial node = started.get()) {
        for (Operation operation : OPERATIONS) {
          Map<String, String> what = Map.of(LABEL, operation.title());
          turns(operation, store, node, table.name()).run(what, each, ROUNDS).all().stream()
              .map(NodeComparison::elapsedOnly)
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  private static Turns turns(Operation operation, Students store, NodeTutorial node, String table) {
    return new Turns()
        .add(
            By.STORE.name(),
            CALLS,
            turn -> {
              for (int call = 0; call < CALLS; call++) {
                operation.run(store, turn * CALLS + call);
              }
            })
        .add(
            NODE, CALLS, turn -> node.run(operation, table, CALLS, NUMBERS_OF_NODE + turn * CALLS));
  }

  /** Memory and processor time are those of this process, so they would not be the other's. */
  private static Measured elapsedOnly(Measured measured) {
    return new Measured(measured.what(), Map.of(Turns.ELAPSED, measured.figure(Turns.ELAPSED)));
  }

  static String section(Measurements measured) {
    if (measured.values(LABEL).isEmpty()) {
      return "Node.js was missing: the tutorial's own program was not measured.\n";
    }
    Table table = new Table("operation", "elapsed time, of the tutorial's own program on Node.js");
    for (String operation : measured.values(LABEL)) {
      Measurements both = measured.where(LABEL, operation);
      table.row(
          Table.code(operation),
          both.where(Turns.BY, By.STORE).ratioText(Turns.ELAPSED, both.where(Turns.BY, NODE)));
    }
    return table.toString();
  }
}
