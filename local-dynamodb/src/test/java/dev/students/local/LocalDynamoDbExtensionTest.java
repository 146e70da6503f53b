package dev.students.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class LocalDynamoDbExtensionTest {

  @RegisterExtension
  static final LocalDynamoDbExtension DYNAMODB =
      LocalDynamoDbExtension.ofTemplate(Path.of("src/test/resources/templates/sam-books.yaml"))
          .withParameter("Stage", "test");

  @RepeatedTest(3)
  void tables_itemsOfAnEarlierTest_areDeleted() {
    String books = DYNAMODB.tableName("Books");
    assertThat(DYNAMODB.client().scan(scan -> scan.tableName(books)).items()).isEmpty();

    for (int i = 0; i < 30; i++) {
      Map<String, AttributeValue> book = Map.of("isbn", AttributeValue.fromS("isbn-" + i));
      DYNAMODB.client().putItem(put -> put.tableName(books).item(book));
    }

    assertThat(DYNAMODB.client().scan(scan -> scan.tableName(books)).count()).isEqualTo(30);
  }

  @Test
  void tables_areThoseOfTheTemplate() {
    assertThat(DYNAMODB.client().listTables().tableNames())
        .containsExactlyInAnyOrder("local-books-test", "Sessions");
    assertThat(
            DYNAMODB
                .client()
                .describeTable(request -> request.tableName("local-books-test"))
                .table()
                .streamSpecification()
                .streamViewType())
        .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    assertThat(
            DYNAMODB
                .client()
                .describeTimeToLive(request -> request.tableName("local-books-test"))
                .timeToLiveDescription())
        .matches(expiry -> expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED)
        .matches(expiry -> expiry.attributeName().equals("expiresAt"));
  }

  @Test
  void tableName_unknownLogicalId_listsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DYNAMODB.tableName("Book"))
        .withMessage("There is no table Book in the template; there are [Books, Sessions]");
  }
}
