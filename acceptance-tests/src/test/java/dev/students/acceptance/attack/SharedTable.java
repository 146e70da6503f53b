package dev.students.acceptance.attack;

import dev.students.acceptance.internal.targets.Templates;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentStore;
import dev.students.local.LocalDynamoDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table with students of others who have the same addresses as those in the features. */
final class SharedTable implements AutoCloseable {

  static final String NAME = "students-dev";

  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+\\.\\w+");

  private final DynamoDbClient client;
  private final StudentStore store;
  private final List<String> addresses;
  private final Set<Map<String, AttributeValue>> others;

  SharedTable(LocalDynamoDb database) throws IOException {
    this.client = database.clientBuilder().build();
    this.store = StudentStore.create(client, NAME);
    this.addresses = addressesOfTheFeatures();
    client.createTable(Templates.table("dev").createTableRequest(NAME));
    addresses.forEach(this::enrol);
    this.others = items();
  }

  List<String> addresses() {
    return addresses;
  }

  /** The items that existed before any run. */
  Set<Map<String, AttributeValue>> itemsOfOthers() {
    return others;
  }

  Set<Map<String, AttributeValue>> items() {
    return client.scanPaginator(scan -> scan.tableName(NAME).consistentRead(true)).items().stream()
        .collect(Collectors.toSet());
  }

  /** The number of items in addition to those that existed before any run. */
  int itemsMore() {
    return items().size() - others.size();
  }

  Student find(String address) {
    return store.findByEmail(EmailAddress.of(address)).orElseThrow();
  }

  /** Replaces the student that has the address by a different one. */
  Student replace(String address) {
    store.erase(find(address).id());
    return enrol(address);
  }

  private Student enrol(String address) {
    return store.create(
        NewStudent.of(PersonName.of("Somebody"), PersonName.of("Else"), EmailAddress.of(address)));
  }

  private static List<String> addressesOfTheFeatures() throws IOException {
    Set<String> addresses = new TreeSet<>();
    try (Stream<Path> features = Files.list(RunProcess.FEATURES)) {
      for (Path feature : features.toList()) {
        ADDRESS
            .matcher(Files.readString(feature))
            .results()
            .map(MatchResult::group)
            .map(address -> address.toLowerCase(Locale.ROOT))
            .forEach(addresses::add);
      }
    }
    return List.copyOf(addresses);
  }

  @Override
  public void close() {
    client.close();
  }
}
