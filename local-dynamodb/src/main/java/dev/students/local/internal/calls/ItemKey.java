package dev.students.local.internal.calls;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table and the key of an item. */
record ItemKey(String table, Map<String, AttributeValue> key) {}
