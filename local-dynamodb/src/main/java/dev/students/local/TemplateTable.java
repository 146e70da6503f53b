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
 * A DynamoDB table that a template defines: an {@code AWS::DynamoDB::Table}, an {@code
 * AWS::DynamoDB::GlobalTable} (the CDK's {@code TableV2}) or an {@code
 * AWS::Serverless::SimpleTable}, in a template of CloudFormation, the CDK, SAM or the Serverless
 * Framework, in JSON or YAML.
 *
 * <p>Functions, conditions and parameters are evaluated. Supported properties are keys, attribute
 * definitions, secondary indexes, billing mode and throughput (with auto scaling, its initial
 * values), streams, time to live and deletion protection. Properties that make no difference to a
 * client of an emulator, such as tags and encryption, are ignored; {@link #limitations()} lists the
 * features that an emulator lacks. Any other property is an error, because a local table that
 * silently lacks it would differ from the deployed table.
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
   * Reads the tables of a template, in the template's order.
   *
   * @throws TemplateException if the file cannot be read, is not a template, requires the value of
   *     a parameter, or has a table with an unsupported property
   */
  public static List<TemplateTable> readAll(Path template) {
    return readAll(template, Map.of());
  }

  /**
   * Reads the tables of a template with values of parameters by name; for a {@code serverless.yml}
   * also of options and environment variables, and of any other variable by its full text ({@code
   * cf:stack.Output}).
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
   * Reads the tables of a template from a stream, which the caller closes. A template that refers
   * to other files must be read from a file.
   *
   * @throws TemplateException as {@link #readAll(Path)}
   */
  public static List<TemplateTable> readAll(InputStream template) {
    return readAll(template, Map.of());
  }

  /**
   * Reads the tables of a template from a stream, with values of parameters.
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

  /** The name that the template specifies for the table. Empty if CloudFormation chooses it. */
  public Optional<String> tableName() {
    return table.tableName();
  }

  /** The time-to-live attribute. Empty if items do not expire. */
  public Optional<String> timeToLiveAttribute() {
    return table.timeToLiveAttribute();
  }

  /**
   * Descriptions of the features that the deployed table has and an emulator lacks; usually none.
   */
  public List<String> limitations() {
    return table.limitations();
  }

  /** The table's logical id in the template. */
  public String logicalId() {
    return table.logicalId();
  }

  /** Returns the request that creates this table under the given name. */
  public CreateTableRequest createTableRequest(String tableName) {
    return table.request().toBuilder().tableName(tableName).build();
  }

  /** Whether point-in-time recovery is enabled, which no emulator supports. */
  public boolean pointInTimeRecovery() {
    return table.pointInTimeRecovery();
  }

  @Override
  public String toString() {
    return "TemplateTable[" + logicalId() + "]";
  }
}
