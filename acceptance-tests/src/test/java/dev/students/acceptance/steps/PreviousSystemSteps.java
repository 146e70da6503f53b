package dev.students.acceptance.steps;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.students.data.StudentId;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Steps about the school's previous student system, a legacy client of the table, which write items
 * as it does.
 */
public final class PreviousSystemSteps {

  private final ScenarioContext context;
  private final Map<String, String> addresses = new HashMap<>();

  public PreviousSystemSteps(ScenarioContext context) {
    this.context = context;
  }

  @Given("the previous system recorded {fullName} with the e-mail address {email} and {xp}")
  public void recorded(FullName name, String address, Xp xp) {
    StudentId id = context.people().newNumberFor(name.first());
    addresses.put(name.first(), address);
    Map<String, AttributeValue> item = new HashMap<>(StudentKey.of(id));
    item.put("gsi1_pk", fromS(context.people().address(address).normalized()));
    item.put("gsi1_sk", StudentKey.partition(id));
    item.put("firstName", fromS(name.first()));
    item.put("lastName", fromS(name.last()));
    item.put("xp", fromN(String.valueOf(xp.amount())));
    item.put("entityType", fromS("student"));
    context.client().putItem(put -> put.tableName(table()).item(item));
  }

  @Given("the previous system marked {person} as gone")
  public void markedAsGone(String person) {
    Map<String, AttributeValue> key = StudentKey.of(context.people().numberOf(person));
    context
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table())
                    .key(key)
                    .updateExpression("SET deleted = :true")
                    .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
  }

  @When("{person} is looked for by e-mail address")
  public void search(String person) {
    context.search(addresses.getOrDefault(person, "nobody@example.com"));
  }

  private String table() {
    return context.run().target().tableName();
  }
}
