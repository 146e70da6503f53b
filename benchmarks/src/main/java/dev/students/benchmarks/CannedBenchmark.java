package dev.students.benchmarks;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On answers that are there at once: what the SDK and the store take of the processor. */
public class CannedBenchmark extends StudentBenchmark {

  @Override
  DynamoDbClient connect(Operation wanted) {
    return Canned.client(wanted, (name, request) -> {});
  }

  @Override
  String table() {
    return "students";
  }
}
