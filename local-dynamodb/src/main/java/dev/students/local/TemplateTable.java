package dev.students.local;

import dev.students.local.internal.template.SiblingFiles;
import dev.students.local.internal.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A DynamoDB table as a template describes it: an {@code AWS::DynamoDB::Table}, an {@code
 * AWS::DynamoDB::GlobalTable} (the CDK's {@code TableV2}) or an {@code
 * AWS::Serverless::SimpleTable}, in a template of CloudFormation, the CDK, SAM or the Serverless
 * Framework, in JSON or YAML.
 *
 * <p>Functions, conditions and parameters are evaluated. Read are keys, attribute definitions,
 * secondary indexes, billing mode and throughput (with auto scaling, what it begins with), streams,
 * time to live and deletion protection. Properties that change nothing for a client of an emulator
 * (tags, encryption and such) are passed over by name; what an emulator does without is told by
 * {@link #limitations()}; any other property is an error, because a local table that silently lacks
 * it would not be the table that is deployed.
 *
 * <p>Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">AWS::DynamoDB::GlobalTable</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html">AWS::Serverless::SimpleTable</a>
 */
public final class TemplateTable {

  private final TemplateReader.Described table;

  private TemplateTable(TemplateReader.Described table) {
    this.table = table;
  }

  /**
   * The tables of a template, in its order; none when it has none.
   *
   * @throws TemplateException when the file cannot be read, is not a template, needs a parameter,
   *     or has a table with a property that is not understood
   */
  public static List<TemplateTable> readAll(Path template) {
    return readAll(template, Map.of());
  }

  /**
   * The same with values of parameters, by name; of a {@code serverless.yml}, also of options and
   * environment variables, and of any other variable by its whole text ({@code cf:stack.Output}).
   *
   * @throws TemplateException as {@link #readAll(Path)}
   */
  public static List<TemplateTable> readAll(Path template, Map<String, String> parameters) {
    try (InputStream in = Files.newInputStream(template)) {
      return readAll(in, parameters, SiblingFiles.of(template));
    } catch (IOException e) {
      throw new TemplateException("The template " + template + " cannot be read.", e);
    }
  }

  /**
   * The same from a stream, which the caller closes; a template that refers to files must be one.
   *
   * @throws TemplateException as {@link #readAll(Path)}
   */
  public static List<TemplateTable> readAll(InputStream template) {
    return readAll(template, Map.of());
  }

  /**
   * The same from a stream, with values of parameters.
   *
   * @throws TemplateException as {@link #readAll(Path)}
   */
  public static List<TemplateTable> readAll(InputStream template, Map<String, String> parameters) {
    return readAll(template, parameters, SiblingFiles.unknown());
  }

  private static List<TemplateTable> readAll(
      InputStream template, Map<String, String> parameters, SiblingFiles files) {
    return TemplateReader.read(template, parameters, files).stream()
        .map(TemplateTable::new)
        .toList();
  }

  /** The name that the template gives the table. Empty if it leaves that to CloudFormation. */
  public Optional<String> tableName() {
    return table.tableName();
  }

  /** The attribute by which items expire. Empty if they do not. */
  public Optional<String> timeToLiveAttribute() {
    return table.timeToLiveAttribute();
  }

  /** What the deployed table has and an emulator does without, in words; mostly nothing. */
  public List<String> limitations() {
    return table.limitations();
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
