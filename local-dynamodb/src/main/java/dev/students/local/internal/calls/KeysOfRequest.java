package dev.students.local.internal.calls;

import static java.util.Comparator.comparing;

import dev.students.local.KeyMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/** Formats the keys that a request contains, without other attributes. */
public final class KeysOfRequest {

  private static final Pattern COMPARISON = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

  private final List<String> keyAttributes;
  private final KeyMask mask;

  /**
   * @param keyAttributes the attributes to show of a put, whose item may also contain personal data
   */
  public KeysOfRequest(List<String> keyAttributes, KeyMask mask) {
    this.keyAttributes = List.copyOf(keyAttributes);
    this.mask = mask;
  }

  public List<String> describe(SdkRequest request) {
    Optional<List<Write>> writes = Write.of(request);
    if (writes.isPresent()) {
      return writes.get().stream().map(this::write).toList();
    }
    if (request instanceof GetItemRequest get) {
      return List.of(key(get.key()));
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      return transaction.transactItems().stream().map(item -> key(item.get().key())).toList();
    }
    if (request instanceof QueryRequest query) {
      return List.of(query(query));
    }
    return List.of();
  }

  private String write(Write write) {
    return write.kind().label + " " + key(write.place());
  }

  private String key(Map<String, AttributeValue> key) {
    return key.entrySet().stream()
        .filter(attribute -> keyAttributes.contains(attribute.getKey()))
        .sorted(comparing(attribute -> keyAttributes.indexOf(attribute.getKey())))
        .map(attribute -> pair(attribute.getKey(), attribute.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Formats only equality conditions, because a range of sort keys is not a key. */
  private String query(QueryRequest query) {
    String keys =
        COMPARISON
            .matcher(query.keyConditionExpression())
            .results()
            .map(
                found -> {
                  String name =
                      query.expressionAttributeNames().getOrDefault(found.group(1), found.group(1));
                  AttributeValue value = query.expressionAttributeValues().get(found.group(2));
                  return value == null ? name : pair(name, value);
                })
            .collect(Collectors.joining(", "));
    return query.indexName() == null ? keys : query.indexName() + ": " + keys;
  }

  private String pair(String attribute, AttributeValue value) {
    String text =
        switch (value.type()) {
          case S -> value.s();
          case N -> value.n();
          default -> "(binary)";
        };
    return attribute + "=" + mask.mask(attribute, text);
  }
}
