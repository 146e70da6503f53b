package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentTable;
import dev.students.local.TemplateTable;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** What is deployed is the table that the data layer is written for, and the other way round. */
class TableContractTest {

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void table_synthesized_equalsCreateTableRequestOfDataLayer(String stack) {
    List<TemplateTable> tables =
        TemplateTable.readAll(Template.ASSEMBLY.resolve(stack + ".template.json"));

    assertThat(tables)
        .extracting(table -> comparable(table.createTableRequest("students")))
        .containsExactly(comparable(StudentTable.createTableRequest("students")));
  }

  /**
   * Without deletion protection, which is the environment's business (see {@link InvariantsTest}),
   * and with attribute definitions, which are a set, in one order.
   */
  private static CreateTableRequest comparable(CreateTableRequest request) {
    return request.toBuilder()
        .deletionProtectionEnabled(null)
        .attributeDefinitions(
            request.attributeDefinitions().stream()
                .sorted(Comparator.comparing(AttributeDefinition::attributeName))
                .toList())
        .build();
  }
}
