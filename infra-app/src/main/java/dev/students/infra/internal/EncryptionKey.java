package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/**
 * What a caller of DynamoDB must be allowed on the table's customer-managed key: DynamoDB uses the
 * key on the caller's behalf. The statement applies only to requests made through DynamoDB, so
 * nobody can decrypt anything else with it. Creating grants is left to the deploying role, because
 * DynamoDB needs them when it creates the table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html">DynamoDB
 *     encryption at rest usage notes</a>
 */
final class EncryptionKey {

  private static final List<String> READING = List.of("kms:Decrypt", "kms:DescribeKey");
  private static final List<String> READING_AND_WRITING =
      List.of(
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo");

  private EncryptionKey() {}

  static PolicyStatement forReading(IKey key) {
    return statement(key, READING);
  }

  static PolicyStatement forReadingAndWriting(IKey key) {
    return statement(key, READING_AND_WRITING);
  }

  private static PolicyStatement statement(IKey key, List<String> actions) {
    String service = "dynamodb." + Aws.REGION + "." + Aws.URL_SUFFIX;
    return PolicyStatement.Builder.create()
        .sid("UseKeyThroughDynamoDb")
        .actions(actions)
        .resources(List.of(key.getKeyArn()))
        .conditions(Map.of("StringEquals", Map.of("kms:ViaService", service)))
        .build();
  }
}
