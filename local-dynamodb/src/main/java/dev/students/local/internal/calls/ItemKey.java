package dev.students.local.internal.calls;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item's place: its table and its key there. */
record ItemKey(String table, Map<String, AttributeValue> key) {}
