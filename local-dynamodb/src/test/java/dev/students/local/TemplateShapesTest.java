package dev.students.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.internal.template.LocalTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Templates in the styles of public projects, each with its tables as described by a database. */
class TemplateShapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cdk-table-v2.template.json | Table1(pk,sk) gsi gsi1(gsi1pk,pk) ALL stream NEW_AND_OLD_IMAGES ttl ttl
          cdk-table-v2-provisioned.template.json | Orders(id) 10/5 gsi byTime(at) KEYS_ONLY 4/2 without [its replicas in other Regions are not created]
          cdk-table-v1.template.json | T01(id) 5/5 without [its changes are not sent to Kinesis]
          cloudformation-music.yaml | myTableName(Album,Artist) 5/5 gsi myGSI(Sales) INCLUDE 5/5 lsi myLSI(Album,Sales)
          cloudformation-autoscaling.yaml | Table(id) 3/2
          cloudformation-conditions.yaml | orders-dev(id); Trace(id)
          cloudformation-join.json | app-us-east-1-users(id)
          cloudformation-mappings.yaml | from-split(id) 7/3
          cloudformation-warm-throughput.yaml | Table(id)
          cloudformation-numbers-as-text.yaml | Table(id) ttl expires protected
          cloudformation-ttl-off.yaml | Table(id) stream KEYS_ONLY
          sam-books.yaml | local-books-test(isbn) stream NEW_AND_OLD_IMAGES ttl expiresAt; Sessions(id)
          sam-simple-table.yaml | Simple(id)
          sam-simple-table-keyed.yaml | my-table(year) 5/6
          sam-stage.yaml | items-test(id)
          serverless-stage.yml | users-dev(id) 1/1
          serverless-service.yml | todo-dev-us-east-1-x(id)
          amplify-if.json | notes(id) 5/5 stream NEW_IMAGE
          single-table-three-indexes.yaml | Main(PK,SK) gsi GSI1(GSI1PK) ALL gsi GSI2(GSI2PK) KEYS_ONLY gsi inverted(SK,PK) ALL
          serverless-files/serverless.yml | library-test-books(isbn); lib-test-loans(id) 2/1
          cloudformation-foreach.yaml | points(id); score-board(id)
          cloudformation-list.yaml | school-eu(id)
          two-tables.yaml | 000000000000-a(id); 000000000000-a-b(id)
          """)
  void template_styleOfAPublicProject_createsTheIntendedTables(String file, String tables) {
    List<TemplateTable> described =
        TemplateTable.readAll(
            Path.of("src/test/resources/templates", file), Map.of("Stage", "test"));
    try (LocalTables made = LocalTables.start(described)) {
      assertThat(described.stream().map(table -> describe(made, table)).collect(joining("; ")))
          .isEqualTo(tables);
    }
  }

  private static String describe(LocalTables made, TemplateTable table) {
    String name = made.name(table.logicalId());
    TableDescription description =
        made.client().describeTable(request -> request.tableName(name)).table();
    String indexes =
        description.globalSecondaryIndexes().stream()
                .map(
                    index ->
                        " gsi "
                            + index.indexName()
                            + "("
                            + keys(index.keySchema())
                            + ") "
                            + index.projection().projectionTypeAsString()
                            + units(Optional.ofNullable(index.provisionedThroughput())))
                .sorted()
                .collect(joining())
            + description.localSecondaryIndexes().stream()
                .map(index -> " lsi " + index.indexName() + "(" + keys(index.keySchema()) + ")")
                .collect(joining());
    return name
        + "("
        + keys(description.keySchema())
        + ")"
        + units(Optional.ofNullable(description.provisionedThroughput()))
        + indexes
        + Optional.ofNullable(description.streamSpecification())
            .map(StreamSpecification::streamViewTypeAsString)
            .map(view -> " stream " + view)
            .orElse("")
        + Optional.ofNullable(
                made.client()
                    .describeTimeToLive(request -> request.tableName(name))
                    .timeToLiveDescription()
                    .attributeName())
            .map(attribute -> " ttl " + attribute)
            .orElse("")
        + (Boolean.TRUE.equals(description.deletionProtectionEnabled()) ? " protected" : "")
        + (table.limitations().isEmpty() ? "" : " without " + table.limitations());
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).collect(joining(","));
  }

  private static String units(Optional<ProvisionedThroughputDescription> throughput) {
    return throughput
        .filter(units -> units.writeCapacityUnits() > 0)
        .map(units -> " " + units.readCapacityUnits() + "/" + units.writeCapacityUnits())
        .orElse("");
  }
}
