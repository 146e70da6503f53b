package dev.students.local;

import dev.students.local.internal.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A DynamoDB table as a CloudFormation template describes it: an {@code AWS::DynamoDB::GlobalTable}
 * of one Region (the CDK's {@code TableV2}) or an {@code AWS::DynamoDB::Table}.
 *
 * <p>Read are the key schema, attribute definitions, secondary indexes with their projections,
 * billing mode with provisioned throughput, and deletion protection. Properties that change nothing
 * for a client of an emulator (point-in-time recovery, tags, encryption and such) are passed over
 * by name; any other property is an error, because a local table that silently lacks it would not
 * be the table that is deployed.
 *
 * <p>Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">AWS::DynamoDB::GlobalTable</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</a>
 */
public final class TemplateTable {

  private final TemplateReader.Described table;

  private TemplateTable(TemplateReader.Described table) {
    this.table = table;
  }

  /**
   * The tables of a synthesized template, in its order; none when it has none.
   *
   * @throws TemplateException when the file cannot be read, is not a template in JSON, or has a
   *     table with a property that is not understood
   */
  public static List<TemplateTable> readAll(Path template) {
    try (InputStream in = Files.newInputStream(template)) {
      return readAll(in);
    } catch (IOException e) {
      throw new TemplateException("The template " + template + " cannot be read.", e);
    }
  }

  /**
   * The same from a stream, which the caller closes.
   *
   * @throws TemplateException as {@link #readAll(Path)}
   */
  public static List<TemplateTable> readAll(InputStream template) {
    return TemplateReader.read(template).stream().map(TemplateTable::new).toList();
  }

  /** The table's logical id in the template. */
  public String logicalId() {
    return table.logicalId();
  }

  /** The request that creates this table, under a name of the caller's choice. */
  public CreateTableRequest createTableRequest(String tableName) {
    return table.request().toBuilder().tableName(tableName).build();
  }

  /** Whether point-in-time recovery is on; no emulator has it. */
  public boolean pointInTimeRecovery() {
    return table.pointInTimeRecovery();
  }

  @Override
  public String toString() {
    return "TemplateTable[" + logicalId() + "]";
  }
}
