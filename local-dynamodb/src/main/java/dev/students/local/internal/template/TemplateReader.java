package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.local.TemplateException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Converts the tables of a template to requests that have no table name yet. */
public final class TemplateReader {

  private TemplateReader() {}

  /**
   * A table that was read.
   *
   * @param request the request, without a table name
   * @param limitations the features that an emulator lacks
   */
  public record Described(
      String logicalId,
      Optional<String> tableName,
      CreateTableRequest request,
      Optional<String> timeToLiveAttribute,
      boolean pointInTimeRecovery,
      List<String> limitations) {}

  /** The tables whose conditions are true, in the template's order. */
  public static List<Described> read(
      InputStream template, Map<String, String> parameters, SiblingFiles files) {
    JsonNode whole = TemplateText.parse(template);
    JsonNode stack =
        ServerlessStack.isIn(whole) ? ServerlessStack.of(whole, parameters, files) : whole;
    JsonNode resources = stack.path("Resources");
    if (!resources.isObject()) {
      throw new TemplateException(
          "This is not a CloudFormation template: it has no \"Resources\". Provide the"
              + " *.template.json that `cdk synth` writes, a SAM or CloudFormation template in JSON"
              + " or YAML, or a serverless.yml.");
    }
    Intrinsics intrinsics = new Intrinsics(stack, parameters);
    List<Described> tables = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource :
        new ForEach(intrinsics).expand(resources).properties()) {
      JsonNode condition = resource.getValue().path("Condition");
      if (TableProperties.isTable(resource.getValue())
          && (condition.isMissingNode() || intrinsics.holds(condition.asText()))) {
        tables.add(described(resource.getKey(), resource.getValue(), intrinsics));
      }
    }
    return tables;
  }

  private static Described described(String logicalId, JsonNode resource, Intrinsics intrinsics) {
    try {
      return new TableProperties(logicalId, resource, intrinsics).describe();
    } catch (TemplateException e) {
      throw String.valueOf(e.getMessage()).startsWith("Table ")
          ? e
          : new TemplateException("Table " + logicalId + ": " + e.getMessage(), e);
    }
  }
}
