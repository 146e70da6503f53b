package dev.students.infra.internal.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tables, backups and restores as DynamoDB documents them, on a clock of their own. What a table
 * holds is a word, so that a test can tell whose items it has at the end.
 */
final class ScriptedTables {

  static final String ARN = "arn:aws:dynamodb:eu-central-1:111122223333:table/";
  private static final String PARAMETER_ARN = "arn:aws:ssm:eu-central-1:111122223333:parameter";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A refusal of DynamoDB's. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String code;
    final String explanation;

    Refusal(String code, String explanation) {
      super(explanation);
      this.code = code;
      this.explanation = explanation;
    }
  }

  /** A table; ready when the clock reaches its time. */
  static final class Table {
    final String name;
    final String id;
    final Instant created;
    String items;
    Instant ready;

    /** From then on all items are there, and the index. */
    Instant copied;

    Instant indexed;
    boolean fails;
    boolean deleting;
    boolean protection;
    boolean recovery;
    String policy = "";
    final Map<String, String> tags = new TreeMap<>();
    final Map<String, String> insights = new TreeMap<>();
    long maxRead = -1;
    long maxWrite = -1;
    ObjectNode summary = JSON.createObjectNode();

    Table(String name, String id, Instant created, String items, Instant ready) {
      this.name = name;
      this.id = id;
      this.created = created;
      this.items = items;
      this.ready = ready;
      this.copied = ready;
      this.indexed = ready;
    }
  }

  /** A backup; AVAILABLE when the clock reaches its time. */
  static final class Backup {
    final String arn;
    final String name;
    final Table table;
    final String items;
    final Instant created;
    Instant ready;
    boolean deleted;

    Backup(String arn, String name, Table table, Instant created, Instant ready) {
      this.arn = arn;
      this.name = name;
      this.table = table;
      this.items =
          table.items
              + (created.isBefore(table.copied) || created.isBefore(table.indexed)
                  ? " in part"
                  : "");
      this.created = created;
      this.ready = ready;
    }
  }

  final Map<String, Table> tables = new TreeMap<>();
  final List<Backup> backups = new ArrayList<>();
  final List<String> deletions = new ArrayList<>();
  Duration restoreTakes = Duration.ofMinutes(20);
  Duration backupTakes = Duration.ofMinutes(1);
  int restoresToFail;

  /** How long after a restored table is ACTIVE items are still copied into it. */
  Duration copyTakes = Duration.ZERO;

  /** How long after a restored table is ACTIVE its index is still being made. */
  Duration indexTakes = Duration.ZERO;

  /** The value of every parameter in Parameter Store. */
  String parameter = "";

  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private int ids;

  Instant now() {
    return now;
  }

  void advance(Duration duration) {
    now = now.plus(duration);
    tables.values().removeIf(it -> it.fails && !now.isBefore(it.ready));
    tables.values().removeIf(it -> it.deleting && !now.isBefore(it.ready));
  }

  Table add(String name, String items, Instant created) {
    Table table = new Table(name, "id-" + ++ids, created, items, created);
    tables.put(name, table);
    return table;
  }

  ObjectNode answer(String operation, JsonNode request) {
    String name = request.path("TableName").asText();
    return switch (operation) {
      case "GetParameter" -> {
        if (parameter.isEmpty()) {
          throw new Refusal("ParameterNotFound", "");
        }
        ObjectNode node = JSON.createObjectNode();
        node.putObject("Parameter")
            .put("Value", parameter)
            .put("ARN", PARAMETER_ARN + request.path("Name").asText());
        yield node;
      }
      case "DescribeTable" -> JSON.createObjectNode().set("Table", describe(existing(name)));
      case "DescribeContinuousBackups" -> continuousBackups(existing(name));
      case "RestoreTableToPointInTime" -> restoreToPoint(request);
      case "RestoreTableFromBackup" -> restoreFromBackup(request);
      case "CreateBackup" -> createBackup(active(name), request.path("BackupName").asText());
      case "DescribeBackup" -> describeBackup(backup(request.path("BackupArn").asText()));
      case "ListBackups" -> listBackups(name);
      case "DeleteTable" -> delete(active(name));
      case "UpdateTable" -> update(active(name), request);
      case "UpdateContinuousBackups" -> updateRecovery(active(name), request);
      case "ListTagsOfResource" -> listTags(byArn(request.path("ResourceArn").asText()));
      case "TagResource" -> {
        Table table = byArn(request.path("ResourceArn").asText());
        request
            .path("Tags")
            .forEach(it -> table.tags.put(it.path("Key").asText(), it.path("Value").asText()));
        yield JSON.createObjectNode();
      }
      case "UntagResource" -> {
        Table table = byArn(request.path("ResourceArn").asText());
        request.path("TagKeys").forEach(it -> table.tags.remove(it.asText()));
        yield JSON.createObjectNode();
      }
      case "GetResourcePolicy" -> {
        Table table = byArn(request.path("ResourceArn").asText());
        if (table.policy.isEmpty()) {
          throw new Refusal("PolicyNotFoundException", "No policy.");
        }
        yield JSON.createObjectNode().put("Policy", table.policy);
      }
      case "PutResourcePolicy" -> {
        byArn(request.path("ResourceArn").asText()).policy = request.path("Policy").asText();
        yield JSON.createObjectNode();
      }
      case "DeleteResourcePolicy" -> {
        byArn(request.path("ResourceArn").asText()).policy = "";
        yield JSON.createObjectNode();
      }
      case "DescribeContributorInsights" -> insights(existing(name), request);
      case "UpdateContributorInsights" -> updateInsights(active(name), request);
      default -> throw new Refusal("UnknownOperationException", operation);
    };
  }

  Table existing(String name) {
    return Optional.ofNullable(tables.get(name))
        .orElseThrow(() -> new Refusal("ResourceNotFoundException", "No table " + name));
  }

  private Table active(String name) {
    Table table = existing(name);
    if (!status(table).equals("ACTIVE")) {
      throw new Refusal("ResourceInUseException", name + " is " + status(table));
    }
    return table;
  }

  private Table byArn(String arn) {
    return existing(arn.substring(ARN.length()));
  }

  private Backup backup(String arn) {
    return backups.stream()
        .filter(it -> it.arn.equals(arn))
        .findFirst()
        .orElseThrow(() -> new Refusal("BackupNotFoundException", arn));
  }

  private String status(Table table) {
    if (table.deleting) {
      return "DELETING";
    }
    return now.isBefore(table.ready) ? "CREATING" : "ACTIVE";
  }

  private ObjectNode describe(Table table) {
    ObjectNode node = JSON.createObjectNode();
    node.put("TableName", table.name)
        .put("TableArn", ARN + table.name)
        .put("TableId", table.id)
        .put("TableStatus", status(table))
        .put("CreationDateTime", table.created.getEpochSecond())
        .put("DeletionProtectionEnabled", table.protection);
    node.putObject("BillingModeSummary").put("BillingMode", "PAY_PER_REQUEST");
    node.set("KeySchema", keys("pk", "sk"));
    node.putObject("OnDemandThroughput")
        .put("MaxReadRequestUnits", table.maxRead)
        .put("MaxWriteRequestUnits", table.maxWrite);
    ObjectNode index = node.putArray("GlobalSecondaryIndexes").addObject();
    index
        .put("IndexName", "gsi1")
        .put("IndexStatus", now.isBefore(table.indexed) ? "CREATING" : "ACTIVE");
    index.set("KeySchema", keys("gsi1_pk", "gsi1_sk"));
    index.putObject("Projection").put("ProjectionType", "ALL");
    if (!table.summary.isEmpty()) {
      node.set(
          "RestoreSummary",
          table.summary.deepCopy().put("RestoreInProgress", now.isBefore(table.copied)));
    }
    return node;
  }

  private static ArrayNode keys(String hash, String range) {
    ArrayNode keys = JSON.createArrayNode();
    keys.addObject().put("AttributeName", hash).put("KeyType", "HASH");
    keys.addObject().put("AttributeName", range).put("KeyType", "RANGE");
    return keys;
  }

  private ObjectNode continuousBackups(Table table) {
    ObjectNode node = JSON.createObjectNode();
    ObjectNode recovery =
        node.putObject("ContinuousBackupsDescription")
            .put("ContinuousBackupsStatus", "ENABLED")
            .putObject("PointInTimeRecoveryDescription")
            .put("PointInTimeRecoveryStatus", table.recovery ? "ENABLED" : "DISABLED");
    if (table.recovery) {
      recovery
          .put("EarliestRestorableDateTime", table.created.getEpochSecond())
          .put("LatestRestorableDateTime", now.minusSeconds(300).getEpochSecond());
    }
    return node;
  }

  private ObjectNode restoreToPoint(JsonNode request) {
    Table source = active(request.path("SourceTableName").asText());
    Instant point = Instant.ofEpochSecond(request.path("RestoreDateTime").asLong());
    Table target =
        restored(request.path("TargetTableName").asText(), source.items + " as of " + point);
    target.summary =
        JSON.createObjectNode()
            .put("SourceTableArn", ARN + source.name)
            .put("RestoreDateTime", point.getEpochSecond());
    return JSON.createObjectNode().set("TableDescription", describe(target));
  }

  private ObjectNode restoreFromBackup(JsonNode request) {
    Backup backup = backup(request.path("BackupArn").asText());
    if (now.isBefore(backup.ready)) {
      throw new Refusal("BackupInUseException", "not AVAILABLE");
    }
    Table target = restored(request.path("TargetTableName").asText(), backup.items);
    target.summary =
        JSON.createObjectNode()
            .put("SourceBackupArn", backup.arn)
            .put("SourceTableArn", ARN + backup.table.name)
            .put("RestoreDateTime", backup.created.getEpochSecond());
    return JSON.createObjectNode().set("TableDescription", describe(target));
  }

  private Table restored(String name, String items) {
    if (tables.containsKey(name)) {
      throw new Refusal("TableAlreadyExistsException", name);
    }
    Table table = new Table(name, "id-" + ++ids, now, items, now.plus(restoreTakes));
    table.copied = table.ready.plus(copyTakes);
    table.indexed = table.ready.plus(indexTakes);
    table.fails = restoresToFail-- > 0;
    tables.put(name, table);
    return table;
  }

  private ObjectNode createBackup(Table table, String name) {
    String arn = ARN + table.name + "/backup/" + (backups.size() + 1);
    Backup backup = new Backup(arn, name, table, now, now.plus(backupTakes));
    backups.add(backup);
    return JSON.createObjectNode().set("BackupDetails", details(backup));
  }

  private ObjectNode details(Backup backup) {
    return JSON.createObjectNode()
        .put("BackupArn", backup.arn)
        .put("BackupName", backup.name)
        .put("BackupStatus", status(backup))
        .put("BackupCreationDateTime", backup.created.getEpochSecond());
  }

  private String status(Backup backup) {
    if (backup.deleted) {
      return "DELETED";
    }
    return now.isBefore(backup.ready) ? "CREATING" : "AVAILABLE";
  }

  private ObjectNode describeBackup(Backup backup) {
    ObjectNode node = JSON.createObjectNode();
    ObjectNode description = node.putObject("BackupDescription");
    description.set("BackupDetails", details(backup));
    description
        .putObject("SourceTableDetails")
        .put("TableName", backup.table.name)
        .put("TableId", backup.table.id);
    return node;
  }

  private ObjectNode listBackups(String table) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode all = node.putArray("BackupSummaries");
    backups.stream()
        .filter(it -> it.table.name.equals(table))
        .forEach(
            it -> all.add(details(it).put("TableName", it.table.name).put("TableId", it.table.id)));
    return node;
  }

  private ObjectNode delete(Table table) {
    if (table.protection) {
      throw new Refusal("ValidationException", "Deletion protection is on.");
    }
    if (!table.policy.isEmpty()) {
      throw new Refusal("AccessDeniedException", "The resource policy denies it.");
    }
    deletions.add(
        table.items
            + " with "
            + backups.stream()
                .filter(it -> status(it).equals("AVAILABLE"))
                .map(it -> it.items)
                .toList());
    table.deleting = true;
    table.ready = now.plusSeconds(30);
    return JSON.createObjectNode().set("TableDescription", describe(table));
  }

  private ObjectNode update(Table table, JsonNode request) {
    if (request.has("DeletionProtectionEnabled")) {
      table.protection = request.path("DeletionProtectionEnabled").asBoolean();
    }
    if (request.has("OnDemandThroughput")) {
      table.maxRead = request.at("/OnDemandThroughput/MaxReadRequestUnits").asLong();
      table.maxWrite = request.at("/OnDemandThroughput/MaxWriteRequestUnits").asLong();
    }
    return JSON.createObjectNode().set("TableDescription", describe(table));
  }

  private ObjectNode updateRecovery(Table table, JsonNode request) {
    table.recovery =
        request.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean();
    return continuousBackups(table);
  }

  private ObjectNode listTags(Table table) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode tags = node.putArray("Tags");
    table.tags.forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    return node;
  }

  private static ObjectNode insights(Table table, JsonNode request) {
    String mode = table.insights.get(request.path("IndexName").asText("table"));
    ObjectNode node = JSON.createObjectNode();
    node.put("ContributorInsightsStatus", mode == null ? "DISABLED" : "ENABLED");
    if (mode != null) {
      node.put("ContributorInsightsMode", mode);
    }
    return node;
  }

  private static ObjectNode updateInsights(Table table, JsonNode request) {
    String index = request.path("IndexName").asText("table");
    if (request.path("ContributorInsightsAction").asText().equals("ENABLE")) {
      table.insights.put(index, request.path("ContributorInsightsMode").asText());
    } else {
      table.insights.remove(index);
    }
    return JSON.createObjectNode().put("ContributorInsightsStatus", "ENABLING");
  }
}
