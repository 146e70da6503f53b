"""Moto's server on a port of this machine, with what it lacks of backups and restores of tables.

Moto carries items into backups and restored tables, knows deletion protection, tags, point-in-time recovery and resource
policies, and loses on a restore what AWS loses. Added here: ids of tables, the window of times that can be restored and the
items as they were at that time, the billing mode of a restored table, and Contributor Insights.
"""
import copy
import datetime
import sys
import uuid

from moto.dynamodb.models import DynamoDBBackend, table as models
from moto.dynamodb.responses import DynamoHandler
from moto.core.responses import ActionResult
from moto.server import main


def after(owner, name, addition):
    """Lets a method do what it does, and then the addition, which is given its result."""
    original = getattr(owner, name)

    def both(self, *args, **kwargs):
        return addition(self, original(self, *args, **kwargs), *args, **kwargs)

    setattr(owner, name, both)


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def identify(table, _, *args, **kwargs):
    table.id = str(uuid.uuid4())
    table.history = [(now(), {})]
    table.insights = {}


def remember(table, result, *args, **kwargs):
    table.history.append((now(), copy.deepcopy(table.items)))
    return result


def describe(table, result, base_key="TableDescription"):
    result[base_key]["TableId"] = table.id
    return result


def window(backend, result, table_name):
    recovery = result["PointInTimeRecoveryDescription"]
    if recovery["PointInTimeRecoveryStatus"] == "ENABLED":
        recovery["EarliestRestorableDateTime"] = backend.tables[table_name].history[0][0].timestamp()
        recovery["LatestRestorableDateTime"] = now().timestamp()
    return result


def restore_to_point_in_time(handler, _):
    source = handler.dynamodb_backend.tables[handler.body["SourceTableName"]]
    target = handler.dynamodb_backend.tables[handler.body["TargetTableName"]]
    point = handler.body["RestoreDateTime"].replace(tzinfo=datetime.timezone.utc)
    target.items = copy.deepcopy([items for time, items in source.history if time <= point][-1])
    target.billing_mode = source.billing_mode
    target.restore_date_time = point
    return ActionResult(target.describe())


def restore_from_backup(handler, _):
    target = handler.dynamodb_backend.tables[handler.body["TargetTableName"]]
    target.billing_mode = handler.dynamodb_backend.get_backup(handler.body["BackupArn"]).table.billing_mode
    return ActionResult(target.describe())


def describe_contributor_insights(handler):
    mode = handler.dynamodb_backend.get_table(handler.body["TableName"]).insights.get(handler.body.get("IndexName"))
    return ActionResult({"ContributorInsightsStatus": "ENABLED", "ContributorInsightsMode": mode} if mode else
                        {"ContributorInsightsStatus": "DISABLED"})


def update_contributor_insights(handler):
    insights = handler.dynamodb_backend.get_table(handler.body["TableName"]).insights
    enable = handler.body["ContributorInsightsAction"] == "ENABLE"
    insights[handler.body.get("IndexName")] = handler.body.get("ContributorInsightsMode") if enable else None
    return describe_contributor_insights(handler)


after(models.Table, "__init__", identify)
after(models.Table, "put_item", remember)
after(models.Table, "delete_item", remember)
after(models.Table, "describe", describe)
summary = models.Backup.summary.fget
models.Backup.summary = property(lambda backup: {**summary(backup), "TableId": backup.table.id})
after(DynamoDBBackend, "describe_continuous_backups", window)
after(DynamoHandler, "restore_table_to_point_in_time", restore_to_point_in_time)
after(DynamoHandler, "restore_table_from_backup", restore_from_backup)
DynamoHandler.describe_contributor_insights = describe_contributor_insights
DynamoHandler.update_contributor_insights = update_contributor_insights
main(["-p", sys.argv[1]])
