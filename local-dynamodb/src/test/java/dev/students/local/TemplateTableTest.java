package dev.students.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TemplateTableTest {

  private static final String GLOBAL_TABLE =
      """
      {
        "Resources": {
          "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"Anything": 1}},
          "Books": {
            "Type": "AWS::DynamoDB::GlobalTable",
            "Properties": {
              "AttributeDefinitions": [
                {"AttributeName": "isbn", "AttributeType": "S"},
                {"AttributeName": "year", "AttributeType": "N"}
              ],
              "BillingMode": "PAY_PER_REQUEST",
              "GlobalSecondaryIndexes": [
                {
                  "IndexName": "byYear",
                  "KeySchema": [{"AttributeName": "year", "KeyType": "HASH"}],
                  "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["title"]}
                }
              ],
              "KeySchema": [{"AttributeName": "isbn", "KeyType": "HASH"}],
              "Replicas": [
                {
                  "Region": {"Ref": "AWS::Region"},
                  "DeletionProtectionEnabled": true,
                  "GlobalSecondaryIndexes": [{"IndexName": "byYear"}],
                  "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
                  "Tags": [{"Key": "team", "Value": "library"}]
                }
              ],
              "SSESpecification": {"SSEEnabled": false}
            }
          }
        }
      }
      """;

  private static final String TABLE =
      """
      {
        "Resources": {
          "Loans": {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {
              "AttributeDefinitions": [
                {"AttributeName": "reader", "AttributeType": "S"},
                {"AttributeName": "loan", "AttributeType": "S"},
                {"AttributeName": "due", "AttributeType": "S"}
              ],
              "KeySchema": [
                {"AttributeName": "reader", "KeyType": "HASH"},
                {"AttributeName": "loan", "KeyType": "RANGE"}
              ],
              "LocalSecondaryIndexes": [
                {
                  "IndexName": "byDue",
                  "KeySchema": [
                    {"AttributeName": "reader", "KeyType": "HASH"},
                    {"AttributeName": "due", "KeyType": "RANGE"}
                  ],
                  "Projection": {"ProjectionType": "KEYS_ONLY"}
                }
              ],
              "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2},
              "TableName": "loans"
            }
          }
        }
      }
      """;

  @Test
  void globalTable_oneRegion_becomesItsCreateTableRequest() {
    TemplateTable table = only(GLOBAL_TABLE);
    assertThat(table.logicalId()).isEqualTo("Books");
    assertThat(table.createTableRequest("books-1"))
        .isEqualTo(
            CreateTableRequest.builder()
                .tableName("books-1")
                .attributeDefinitions(
                    attribute("isbn", ScalarAttributeType.S),
                    attribute("year", ScalarAttributeType.N))
                .keySchema(key("isbn", KeyType.HASH))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("byYear")
                        .keySchema(key("year", KeyType.HASH))
                        .projection(
                            Projection.builder()
                                .projectionType("INCLUDE")
                                .nonKeyAttributes("title")
                                .build())
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .deletionProtectionEnabled(true)
                .build());
  }

  @Test
  void table_becomesItsCreateTableRequest() {
    assertThat(only(TABLE).createTableRequest("loans-1"))
        .isEqualTo(
            CreateTableRequest.builder()
                .tableName("loans-1")
                .attributeDefinitions(
                    attribute("reader", ScalarAttributeType.S),
                    attribute("loan", ScalarAttributeType.S),
                    attribute("due", ScalarAttributeType.S))
                .keySchema(key("reader", KeyType.HASH), key("loan", KeyType.RANGE))
                .localSecondaryIndexes(
                    LocalSecondaryIndex.builder()
                        .indexName("byDue")
                        .keySchema(key("reader", KeyType.HASH), key("due", KeyType.RANGE))
                        .projection(Projection.builder().projectionType("KEYS_ONLY").build())
                        .build())
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(
                    ProvisionedThroughput.builder()
                        .readCapacityUnits(3L)
                        .writeCapacityUnits(2L)
                        .build())
                .deletionProtectionEnabled(false)
                .build());
  }

  @Test
  void createTableRequest_createsTheTableLocally() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = local.clientBuilder().build()) {
      CreateTableRequest request = only(GLOBAL_TABLE).createTableRequest("books-1");
      TableDescription created = client.createTable(request).tableDescription();
      assertThat(created.keySchema()).isEqualTo(request.keySchema());
      assertThat(created.attributeDefinitions())
          .containsExactlyInAnyOrderElementsOf(request.attributeDefinitions());
      assertThat(created.globalSecondaryIndexes().get(0).projection())
          .isEqualTo(request.globalSecondaryIndexes().get(0).projection());
      assertThat(created.billingModeSummary().billingMode()).isEqualTo(request.billingMode());
      assertThat(created.deletionProtectionEnabled()).isTrue();
    }
  }

  @Test
  void table_pointInTimeRecovery_isReported() {
    assertThat(only(GLOBAL_TABLE).pointInTimeRecovery()).isTrue();
    assertThat(only(TABLE).pointInTimeRecovery()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "BillingMode": "PAY_PER_REQUEST", | "Colour": 1, "BillingMode": "PAY_PER_REQUEST", | Colour
          "DeletionProtectionEnabled"       | "Colour": 1, "DeletionProtectionEnabled" | Replicas[0].Colour
          "IndexName": "byYear",            | "Colour": 1, "IndexName": "byYear",      | GlobalSecondaryIndexes[0].Colour
          {"IndexName": "byYear"}           | {"IndexName": "byYear", "Colour": 1}     | Replicas[0].GlobalSecondaryIndexes.Colour
          "KeyType": "HASH"                 | "KeyType": "HASH", "Order": 1          | KeySchema[0].Order
          "NonKeyAttributes"                | "Attributes"                           | GlobalSecondaryIndexes[0].Projection.Attributes
          """)
  void table_unknownProperty_throwsNamingIt(String at, String instead, String named) {
    assertThatThrownBy(() -> read(GLOBAL_TABLE.replace(at, instead)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Table Books: ")
        .hasMessageContaining(named + " is not supported");
  }

  @Test
  void globalTable_severalRegions_becomesOneTableWithALimitation() {
    String two =
        GLOBAL_TABLE.replace(
            "\"Replicas\": [", "\"Replicas\": [{\"Region\": {\"Ref\": \"AWS::Region\"}},");

    assertThat(only(two).limitations())
        .containsExactly("its replicas in other Regions are not created");
    assertThat(only(GLOBAL_TABLE).limitations()).isEmpty();
  }

  @Test
  void globalTable_severalRegions_hasTheSettingsOfTheLocalReplica() {
    String two =
        GLOBAL_TABLE.replace(
            "\"Replicas\": [",
            "\"Replicas\": [{\"Region\": \"eu-west-1\", \"DeletionProtectionEnabled\": false},");

    assertThat(only(two).createTableRequest("any").deletionProtectionEnabled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {TableName: !Ref Self} | {} | The value of Self depends on itself
          {TableName: !If [Odd, a, b]} | {Odd: !Not [!Condition Even], Even: !Not [!Condition Odd]} | The value of Odd depends on itself
          {TableName: !Ref Stored} | {} | The template does not define Stored, or it is a parameter without a default
          """)
  void table_unknownValue_throwsNamingIt(String properties, String conditions, String complaint) {
    String template =
        """
        Parameters: {Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path/of/name}}
        Conditions: %s
        Resources: {Self: {Type: "AWS::DynamoDB::Table", Properties: %s}}
        """
            .formatted(conditions, properties);

    assertThatThrownBy(() -> read(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${file(env.js):name} | read the template from a file
          ${env:SUFFIX} | or provide the value under the name SUFFIX.
          ${cf:other.Name} | or provide the value under the name cf:other.Name.
          ${self:custom.a} | refer to each other
          x-${self:custom.map} | is not text
          """)
  void serverlessVariable_withoutValue_throwsNamingIt(String variable, String complaint) {
    String template =
        """
        custom: {a: "${self:custom.b}", b: "${self:custom.a}", map: {key: 1}}
        resources: {Resources: {Table: {Type: "AWS::DynamoDB::Table", Properties: {TableName: "%s"}}}}
        """
            .formatted(variable);

    assertThatThrownBy(() -> read(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void serverlessVariable_ofAnotherStack_hasTheGivenValue() {
    String template =
        """
        resources: {Resources: {Table: {Type: "AWS::DynamoDB::Table", Properties: {TableName: "${cf:other.Name}",
          BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: id, AttributeType: S}],
          KeySchema: [{AttributeName: id, KeyType: HASH}]}}}}
        """;

    assertThat(
            TemplateTable.readAll(
                    new ByteArrayInputStream(template.getBytes(UTF_8)),
                    Map.of("cf:other.Name", "shared"))
                .get(0)
                .tableName())
        .contains("shared");
  }

  @Test
  void table_unknownReference_throwsNamingIt() {
    String token = GLOBAL_TABLE.replace("\"byYear\"", "{\"Ref\": \"Name\"}");
    assertThatThrownBy(() -> read(token))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("Table Books: The template does not define Name");
  }

  @Test
  void readAll_notATemplate_isRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> read("{}"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("not a CloudFormation template");
    assertThatThrownBy(() -> read("{not json"))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("The template is neither valid JSON nor valid YAML");
    assertThatThrownBy(() -> TemplateTable.readAll(folder.resolve("absent.json")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("absent.json cannot be read");
  }

  private static TemplateTable only(String template) {
    List<TemplateTable> tables = read(template);
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  private static List<TemplateTable> read(String template) {
    return TemplateTable.readAll(new ByteArrayInputStream(template.getBytes(UTF_8)));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
